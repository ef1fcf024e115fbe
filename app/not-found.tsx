import type { Metadata } from "next";
import { connection } from "next/server";
import { NotFoundMessage } from "#components/shell/plain-messages.tsx";
import { wordsOf } from "#lib/i18n/catalogues.ts";
import { readPageRequest } from "#lib/server/page-request.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { lang } = await readPageRequest();
  return { title: wordsOf(lang).states.notFound };
}

export default async function NotFound() {
  // Rendered for each request, since a page made beforehand could not carry the request's nonce.
  await connection();
  return <NotFoundMessage />;
}
