import type { Metadata } from "next";
import { CoveragePage } from "#components/coverage/coverage-page.tsx";
import { wordsOf } from "#lib/i18n/catalogues.ts";
import { guardPage, readPageRequest } from "#lib/server/page-request.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { lang } = await readPageRequest();
  return { title: wordsOf(lang).pages.coverage };
}

export default async function Page() {
  await guardPage();
  return <CoveragePage />;
}
