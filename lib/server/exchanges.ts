import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { IncomingMessage, Server, ServerResponse } from "node:http";

/** A request that Node has just taken up, before it hands it to the server's listeners. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

const STARTED = "http.server.request.start";

/** Calls back for every request to this port of the process, whoever started the server. Returns what ends that. */
export function watchExchanges(port: number, onExchange: (exchange: Exchange) => void): () => void {
  const onStart = (message: unknown) => {
    if (isExchange(message) && message.request.socket.localPort === port) onExchange(message);
  };
  subscribe(STARTED, onStart);
  return () => unsubscribe(STARTED, onStart);
}

/** Node documents the shape of the message and types it as unknown. */
function isExchange(message: unknown): message is Exchange {
  return (
    typeof message === "object" &&
    message !== null &&
    "request" in message &&
    message.request instanceof IncomingMessage &&
    "response" in message &&
    message.response instanceof ServerResponse &&
    "server" in message &&
    message.server instanceof Server
  );
}
