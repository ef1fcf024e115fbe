import { enableCompileCache, registerHooks } from "node:module";
import { join } from "node:path";

// `npm start`, and what a container runs. In JavaScript, since reading a first file in TypeScript takes Node longer than all
// that is done here: what it makes of the files to come it keeps beside the build, where it may write.
enableCompileCache(join(import.meta.dirname, "../../.next/compiled"));
// Next's bundler understands this mark; Node would only with `--conditions=react-server`, which Next's server does not bear.
const hooks = registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === "server-only"
      ? { url: "data:text/javascript,", shortCircuit: true }
      : nextResolve(specifier, context),
});
const { getReady, serveNext } = await import("./start.ts");
const build = await getReady();
// Next is made of hundreds of files, each of which would ask.
hooks.deregister();
await serveNext(build);
