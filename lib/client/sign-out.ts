/**
 * Ends the session of this browser and leaves for the sign-in page, so that nothing of a desk stays on screen. The
 * server has ended it already where it answers 401; where it cannot be reached, the session is still there to see.
 * Once `signal` is aborted the browser stays where it is. Resolves when it has left, or stays.
 */
export async function signOut(basePath: string, signal: AbortSignal): Promise<void> {
  await fetch(`${basePath}/api/auth/sign-out`, { method: "POST", signal }).catch(() => undefined);
  if (signal.aborted) return;
  const left = new Promise<unknown>((resolve) =>
    window.addEventListener("pagehide", resolve, { once: true }),
  );
  window.location.assign(`${basePath}/sign-in`);
  await left;
}
