"use client";
import { lazy, Suspense, useCallback, useEffect } from "react";
import { UnusableNotice } from "#components/filters/unusable-notice.tsx";
import { useView, useWordsWith } from "#components/filters/use-view.tsx";
import { Skeleton } from "#components/grid/skeleton.tsx";
import { AccessContext } from "#components/shell/access.ts";
import { SiteProvider, useSite } from "#components/shell/site.tsx";
import { UnknownDeskNotice } from "#components/shell/unknown-desk-notice.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { PortalMessage } from "#lib/contract/embed-message.ts";
import { VIEW_PARAMS } from "#lib/contract/view.ts";
import { EMBED_WORDS } from "#lib/i18n/embed-words.ts";
import { EmbedNotice } from "./embed-notice.tsx";
import { useEmbedSession } from "./use-embed-session.ts";
import { useEmbedView } from "./use-embed-view.ts";
import { useFrameHeight } from "./use-frame-height.ts";

/** Each view's script is loaded by itself, while access is still being found out. */
const LOADERS = {
  board: () => import("./embed-board.tsx").then(({ EmbedBoard }) => ({ default: EmbedBoard })),
  now: () => import("./embed-now.tsx").then(({ EmbedNow }) => ({ default: EmbedNow })),
  coverage: () => import("./embed-coverage.tsx").then(({ EmbedCoverage }) => ({ default: EmbedCoverage })),
};
const VIEWS = {
  board: lazy(LOADERS.board),
  now: lazy(LOADERS.now),
  coverage: lazy(LOADERS.coverage),
};

/** `/embed`: the page that a portal frames. It holds no data until its access is known. */
export function EmbedPage({ origins }: { readonly origins: readonly string[] }) {
  const site = useSite();
  const { embed } = useWordsWith(EMBED_WORDS);
  const { view, isUnusable, setEmbedView } = useEmbedView();
  const onWish = useWish(setEmbedView);
  const { access, clientAccess, bridge } = useEmbedSession(site.basePath, origins, onWish);
  const content = useFrameHeight(bridge);
  useEffect(() => void LOADERS[view](), [view]);
  const View = VIEWS[view];
  return (
    <main ref={content} className="flex min-h-96 flex-col bg-canvas text-ink">
      {access.kind === "open" ? (
        <SiteProvider site={{ ...site, ...access.site, seesStatus: false }}>
          <AccessContext value={clientAccess}>
            {access.isLate && (
              <Banner tone="warn" icon="clock" title={embed.late} detail={embed.lateDetail} />
            )}
            <Suspense fallback={<Skeleton week={null} />}>
              <View />
            </Suspense>
            <UnusableNotice />
            <UnknownDeskNotice />
            {isUnusable && <UnusableViewNotice onDismiss={() => setEmbedView(null)} />}
          </AccessContext>
        </SiteProvider>
      ) : (
        <EmbedNotice access={access} />
      )}
    </main>
  );
}

/** What the portal wishes goes into the frame's address, where a viewer's own choice would go. */
function useWish(setEmbedView: ReturnType<typeof useEmbedView>["setEmbedView"]) {
  const { setView } = useView();
  return useCallback(
    ({ theme, lang, zone, view }: Extract<PortalMessage, { type: "set" }>) => {
      const readZone = zone === undefined ? undefined : VIEW_PARAMS.zone.parse(zone);
      const patch = {
        ...(theme && { theme }),
        ...(lang && { lang }),
        ...(readZone && { zone: readZone }),
      };
      if (Object.keys(patch).length > 0) setView(patch, "replace");
      if (view !== undefined) setEmbedView(view);
    },
    [setView, setEmbedView],
  );
}

function UnusableViewNotice({ onDismiss }: { readonly onDismiss: () => void }) {
  const { address, actions, embed } = useWordsWith(EMBED_WORDS);
  return (
    <Notice
      icon="alert"
      text={address.unusable(embed.viewKey)}
      dismissLabel={actions.dismiss}
      onDismiss={onDismiss}
    />
  );
}
