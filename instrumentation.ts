/**
 * Next calls this once, before it answers anybody, in each of its runtimes. The condition stands here to the
 * letter because the bundler leaves the product out of the other runtime by it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startProcess } = await import("#lib/server/start-process.ts");
    await startProcess();
  }
}
