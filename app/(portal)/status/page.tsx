import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StatusPage } from "#components/shell/status-page.tsx";
import { STATUS_WORDS } from "#lib/i18n/status-words.ts";
import { guardPage, readPageRequest } from "#lib/server/page-request.ts";
import { readCalls } from "#lib/server/read-calls.ts";
import { readFailures } from "#lib/server/read-failures.ts";
import { readKeeping } from "#lib/server/read-keeping.ts";
import { readReaders } from "#lib/server/read-readers.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { lang } = await readPageRequest();
  return { title: STATUS_WORDS[lang].statusPage.title };
}

export default async function Page() {
  const viewer = await guardPage();
  if (!viewer.maySeeStatus) notFound();
  const [calls, failures, keeping, readers] = await Promise.all([
    readCalls(),
    readFailures(),
    readKeeping(),
    readReaders(),
  ]);
  return <StatusPage calls={calls} failures={failures} keeping={keeping} readers={readers} />;
}
