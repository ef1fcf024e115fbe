import "server-only";
import { identify } from "#lib/auth/identify.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { AppError } from "#lib/errors.ts";
import { getRuntime, type Runtime } from "./runtime.ts";

export interface Guarded {
  readonly runtime: Runtime;
  readonly viewer: Viewer;
}

/**
 * The one lock of the product: every page, route and export asks it who the viewer is before anything
 * streams. proxy.ts sets headers and chooses a status, and locks nothing. Throws `unauthenticated`.
 */
export async function requireViewer(headers: Pick<Headers, "get">): Promise<Guarded> {
  const runtime = await getRuntime();
  return { runtime, viewer: await identify(headers, runtime.access) };
}

/** The same for who would rather know than fail: null where nobody is recognised. */
export async function findViewer(headers: Pick<Headers, "get">): Promise<Viewer | null> {
  try {
    return (await requireViewer(headers)).viewer;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
