import { preload } from "react-dom";
import { BoardPage } from "#components/grid/board-page.tsx";
import { readBoardRows } from "#lib/server/first-rows.ts";
import { guardPage } from "#lib/server/page-request.ts";

export default async function Page() {
  const viewer = await guardPage();
  const { first, rest } = await readBoardRows(viewer);
  // Loads with the page rather than after its script; the browser gives it to the fetch of the same address.
  if (rest !== null) preload(rest, { as: "fetch", crossOrigin: "anonymous" });
  return <BoardPage first={first} />;
}
