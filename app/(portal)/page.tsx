import { BoardPage } from "#components/grid/board-page.tsx";
import { guardPage } from "#lib/server/page-request.ts";

export default async function Page() {
  await guardPage();
  return <BoardPage />;
}
