import "server-only";
import { identify } from "#lib/auth/identify.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { getRuntime, type Runtime } from "./runtime.ts";

export interface Guarded {
  readonly runtime: Runtime;
  readonly viewer: Viewer;
}

/**
 * The one lock of the product: every page, route and export asks it who the viewer is before anything
 * streams. proxy.ts sets headers and locks nothing. Throws `unauthenticated`.
 */
export async function requireViewer(headers: Pick<Headers, "get">): Promise<Guarded> {
  const runtime = await getRuntime();
  return { runtime, viewer: await identify(headers, runtime.access) };
}
