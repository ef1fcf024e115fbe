import { EmbedPage } from "#components/embed/embed-page.tsx";
import { readEmbedOrigins } from "#lib/server/page-request.ts";

/** Open to all: it holds no data, and asks for it once the frame's access is known. */
export default async function Page() {
  return <EmbedPage origins={await readEmbedOrigins()} />;
}
