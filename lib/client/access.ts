/** How the browser's requests show who asks; one object for all of a page's reads. */
export interface ClientAccess {
  /** Headers beside what the browser sends by itself. */
  headers(): Readonly<Record<string, string>>;
  /** The server answered 401. */
  refused(): void;
}

/** The product's own pages: the browser's cookie says it all. */
export const OWN_ACCESS: ClientAccess = { headers: () => ({}), refused: () => undefined };
