import { notFound } from "next/navigation";
import { StatusPage } from "#components/shell/status-page.tsx";
import { guardPage } from "#lib/server/page-request.ts";
import { readCalls } from "#lib/server/read-calls.ts";

export default async function Page() {
  const viewer = await guardPage();
  if (!viewer.maySeeStatus) notFound();
  return <StatusPage calls={await readCalls()} />;
}
