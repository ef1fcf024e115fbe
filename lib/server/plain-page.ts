import { wordsOf } from "#lib/i18n/catalogues.ts";
import { LANGUAGE_TAG, localeOf } from "#lib/i18n/index.ts";

/**
 * A page without the product's scripts and styles, for who may not see one, or asks for none of ours. It is said
 * before any page begins, so that its status is what the viewer's browser and every program gets.
 */
export interface PlainPage {
  /** 405 says what 404 says: there is nothing here to be asked in that way. */
  readonly status: 401 | 404 | 405;
  /** `Accept-Language`. */
  readonly languages: string | null;
  /** Of the request's content security policy. */
  readonly nonce: string;
  /** "" or `/path`. */
  readonly basePath: string;
}

const STYLE =
  "html{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}" +
  "body{display:grid;place-content:center;min-height:90vh;max-width:24rem;margin:auto;padding:1rem;text-align:center}" +
  "h1{font-size:1.1rem}";

/** As a response whose headers are still to be completed. */
export function writePlainPage({ status, languages, nonce, basePath }: PlainPage): Response {
  const locale = localeOf(languages);
  const { product, signIn, states, actions } = wordsOf(locale);
  const [title, detail] =
    status === 401 ? [signIn.title, signIn.elsewhere] : [states.notFound, states.notFoundDetail];
  const back = status === 401 ? "" : `<p><a href="${basePath}/">${actions.back}</a></p>`;
  const html =
    `<!doctype html><html lang="${LANGUAGE_TAG[locale]}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">` +
    `<link rel="icon" href="${basePath}/icon.svg">` +
    `<title>${title} · ${product}</title><style nonce="${nonce}">${STYLE}</style></head>` +
    `<body><main><h1>${title}</h1><p>${detail}</p>${back}</main></body></html>`;
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  if (status === 405) headers.set("Allow", "GET, HEAD");
  return new Response(html, { status, headers });
}
