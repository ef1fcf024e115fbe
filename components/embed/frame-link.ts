/** Where a link inside a frame leads: pages of the product may not be framed, so none may open in it. */
export type LinkTarget =
  | { readonly kind: "agent"; readonly agentId: string }
  | { readonly kind: "tab"; readonly href: string }
  | { readonly kind: "here" };

interface FramePlace {
  /** The address of the frame's page. */
  readonly url: string;
  /** "" or `/path`. */
  readonly basePath: string;
}

/** `href`: as the link's own property has it, absolute. */
export function readFrameLink(href: string, { url, basePath }: FramePlace): LinkTarget {
  const [to, from] = [new URL(href), new URL(url)];
  if (to.origin !== from.origin) return { kind: "tab", href };
  if (to.pathname === from.pathname) return { kind: "here" };
  const agentId = to.pathname.slice(basePath.length).match(/^\/agents\/([^/]+)$/)?.[1];
  return agentId === undefined
    ? { kind: "tab", href }
    : { kind: "agent", agentId: decodeURIComponent(agentId) };
}
