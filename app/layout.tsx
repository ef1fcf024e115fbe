import "./globals.css";
import "#components/grid/grid.css";
// Every page brings these for the case that it fails. Named here as well, they and what they share with pages come once.
import "#components/shell/plain-messages.tsx";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { ViewProvider } from "#components/filters/use-view.tsx";
import { LiveRegion } from "#components/shell/live-region.tsx";
import { ProgressPlace } from "#components/shell/progress-place.tsx";
import { SiteProvider } from "#components/shell/site.tsx";
import { UiProvider } from "#components/ui/ui-provider.tsx";
import { wordsOf } from "#lib/i18n/catalogues.ts";
import { LANGUAGE_TAG } from "#lib/i18n/index.ts";
import { readPageRequest } from "#lib/server/page-request.ts";
import { inter } from "./fonts.ts";

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export async function generateMetadata(): Promise<Metadata> {
  const { lang, site } = await readPageRequest();
  const words = wordsOf(lang);
  return {
    title: { default: `${site.desks[0].name} · ${words.product}`, template: `%s · ${words.product}` },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const { search, preferences, browserLang, lang, theme, site } = await readPageRequest();
  return (
    <html
      lang={LANGUAGE_TAG[lang]}
      data-theme={theme === "system" ? undefined : theme}
      className={inter.variable}
    >
      <body>
        <ViewProvider initialSearch={search} preferences={preferences} browserLang={browserLang}>
          <SiteProvider site={site}>
            <UiProvider>
              <LiveRegion>{children}</LiveRegion>
              <ProgressPlace />
            </UiProvider>
          </SiteProvider>
        </ViewProvider>
      </body>
    </html>
  );
}
