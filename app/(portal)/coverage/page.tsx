import { CoveragePage } from "#components/coverage/coverage-page.tsx";
import { guardPage } from "#lib/server/page-request.ts";

export default async function Page() {
  await guardPage();
  return <CoveragePage />;
}
