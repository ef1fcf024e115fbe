import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A line to a server of a test, which the test can cut. */
export interface TcpProxy {
  readonly port: number;
  /** `refuse`: what is open breaks off, and what is new is refused; `silent`: nothing moves any more; `whole`: all is well. */
  set(state: "whole" | "refuse" | "silent"): void;
  close(): Promise<void>;
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let state: "whole" | "refuse" | "silent" = "whole";
  const server = createServer((near) => {
    if (state === "refuse") return near.destroy();
    const far = connect(targetPort, "127.0.0.1");
    const pass = (from: Socket, to: Socket) => {
      open.add(from);
      from.on("data", (bytes) => {
        if (state === "whole") to.write(bytes);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
    };
    pass(near, far);
    pass(far, near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  const cutAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    set: (wanted) => {
      // What was swallowed meanwhile is lost: a connection that was silent is of no use any more.
      if (wanted !== "silent") cutAll();
      state = wanted;
    },
    close: async () => {
      server.close();
      cutAll();
      await once(server, "close");
    },
  };
}
