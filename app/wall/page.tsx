import "#components/wall/wall.css";
import { WallPage } from "#components/wall/wall-page.tsx";
import { guardPage } from "#lib/server/page-request.ts";

export default async function Page() {
  await guardPage();
  return <WallPage />;
}
