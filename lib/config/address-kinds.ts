import { bad, good, type Kind, kind, type Reading } from "./kind.ts";

/**
 * Addresses. `http:` is accepted for this machine only (loopback, `localhost`, `*.localhost`): over
 * any other wire it would carry secrets or sessions in the clear (product.md, section 3).
 */

/** An address without a final slash, query, fragment or credentials; it may have a path. */
export const webAddress: Kind<string> = {
  form: "https: address",
  read: (text) => {
    const url = readUrl(text);
    if ("faults" in url) return url;
    const { search, hash } = url.value;
    if (search !== "" || hash !== "" || /[?#]/.test(text)) return bad("must have no query and no fragment");
    return good(url.value.href.replace(/\/+$/, ""));
  },
};

/** The address of an identity provider: kept to the letter, since a final slash belongs to its name. */
export const issuerAddress: Kind<string> = {
  form: webAddress.form,
  read: (text) => {
    const reading = webAddress.read(text);
    return "faults" in reading ? reading : good(text);
  },
};

/** What stands after the @ of an email, in lower case. */
export const mailDomain: Kind<string> = kind("", "must be a domain such as example.com, without @", (text) =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? text.toLowerCase() : undefined,
);

/** An exact origin: scheme, host and port, to the letter as a browser sends it. */
export const origin: Kind<string> = {
  form: "exact origin",
  read: (text) => {
    if (text.includes("*")) return bad("must be one exact origin; * is not allowed");
    if (text === "null") return bad("must be an origin; null stands for any page without one");
    const url = readUrl(text);
    if ("faults" in url) return url;
    if (text === url.value.origin) return good(text);
    return bad("must be an exact origin, in lower case, with no path and no final slash");
  },
};

function readUrl(text: string): Reading<URL> {
  if (!/^https?:\/\/[^\s/]/i.test(text) || /\s/.test(text) || !URL.canParse(text)) {
    return bad("is not an address that begins with https://");
  }
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return bad("must hold no name or password");
  if (url.protocol === "http:" && !isThisMachine(url.hostname)) {
    return bad("must begin with https:; http: is for this machine alone (127.0.0.1, localhost, *.localhost)");
  }
  return good(url);
}

/** Whether a host name, as `URL.hostname` writes it, can only mean the machine itself. */
export function isThisMachine(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/.test(hostname);
}

export const databaseAddress: Kind<string> = kind(
  "postgresql: address",
  "is not an address that begins with postgresql://",
  (text) => (/^postgres(ql)?:\/\/[^\s]+$/.test(text) && URL.canParse(text) ? text : undefined),
);

/** A path below which a portal's proxy serves the product: `/rota`, without a final slash. */
export const basePath: Kind<string> = kind(
  "/path",
  "must begin with / and have no final slash, such as /rota",
  (text) => (/^(\/[A-Za-z0-9_~-][\w.~-]*)+$/.test(text) ? text : undefined),
);

/** A name or number to listen on, such as 0.0.0.0, ::1 or localhost. */
export const listenHost: Kind<string> = kind(
  "address to listen on",
  "is not an address to listen on",
  (text) =>
    /^([A-Za-z0-9][A-Za-z0-9.-]{0,252}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$/.test(text) ? text : undefined,
);
