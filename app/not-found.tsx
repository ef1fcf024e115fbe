import { connection } from "next/server";
import { NotFoundMessage } from "#components/shell/plain-messages.tsx";

export default async function NotFound() {
  // Rendered for each request, since a page made beforehand could not carry the request's nonce.
  await connection();
  return <NotFoundMessage />;
}
