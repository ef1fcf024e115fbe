import { NowPage } from "#components/now/now-page.tsx";
import { guardPage } from "#lib/server/page-request.ts";

export default async function Page() {
  await guardPage();
  return <NowPage />;
}
