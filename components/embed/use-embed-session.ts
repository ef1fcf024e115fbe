"use client";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ClientAccess } from "#lib/client/access.ts";
import { elapsedMs, markNow } from "#lib/client/clock.ts";
import { credentialHeaders, exchangeEmbedToken, readEmbedSite } from "#lib/client/embed.ts";
import type { PortalMessage } from "#lib/contract/embed-message.ts";
import { EmbedBridge } from "./embed-bridge.ts";
import { EmbedSession, type FrameAccess } from "./embed-session.ts";

interface EmbedConnection {
  readonly access: FrameAccess;
  /** For the reads of what is shown. */
  readonly clientAccess: ClientAccess;
  readonly bridge: EmbedBridge;
}

const SEEKING: FrameAccess = { kind: "seeking", trouble: null };

/** The frame's access in a real browser. `onWish`: the portal asks for another look; must stay the same. */
export function useEmbedSession(
  basePath: string,
  origins: readonly string[],
  onWish: (wish: Extract<PortalMessage, { type: "set" }>) => void,
): EmbedConnection {
  const [{ session, bridge }] = useState(() => connect(basePath, origins));
  const access = useSyncExternalStore(session.subscribe, session.access, () => SEEKING);

  useEffect(() => {
    const onMessage = (event: MessageEvent) => {
      const message = bridge.read(event);
      if (message?.type === "token") void session.giveToken(message.token);
      if (message?.type === "set") onWish(message);
    };
    const recheck = () => session.recheck();
    const onHash = () => {
      const token = takeToken();
      if (token !== null) void session.giveToken(token);
    };
    window.addEventListener("message", onMessage);
    window.addEventListener("hashchange", onHash);
    for (const type of RECHECKS) window.addEventListener(type, recheck);
    document.addEventListener("visibilitychange", recheck);
    return () => {
      window.removeEventListener("message", onMessage);
      window.removeEventListener("hashchange", onHash);
      for (const type of RECHECKS) window.removeEventListener(type, recheck);
      document.removeEventListener("visibilitychange", recheck);
    };
  }, [session, bridge, onWish]);

  // After the listener above, so that no answer of the portal is missed.
  useEffect(() => {
    bridge.tell({ type: "ready" });
    void session.start(takeToken());
    return () => session.stop();
  }, [session, bridge]);

  const clientAccess = useMemo(
    () => ({
      headers: () => credentialHeaders(session.credential()),
      refused: () => session.refused(),
    }),
    [session],
  );
  return { access, clientAccess, bridge };
}

const RECHECKS = ["online", "focus", "pageshow"] as const;

function connect(basePath: string, origins: readonly string[]) {
  const start = markNow();
  const nowMs = () => elapsedMs(start, markNow());
  const bridge = new EmbedBridge(
    {
      get parent() {
        return window.parent;
      },
      post: (message, targetOrigin) => {
        if (window.parent !== window) window.parent.postMessage(message, targetOrigin);
      },
      get parentOrigin() {
        return typeof window === "undefined" ? null : readParentOrigin();
      },
      nowMs,
    },
    origins,
  );
  const session = new EmbedSession({
    nowMs,
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    readSite: (credential) => readEmbedSite(basePath, credential),
    exchange: (token) => exchangeEmbedToken(basePath, token),
    tell: (message) => bridge.tell(message),
  });
  return { session, bridge };
}

/** Not every browser lists the pages around a frame, and a portal may hide its address. */
function readParentOrigin(): string | null {
  const [nearest] = window.location.ancestorOrigins ?? [];
  if (nearest !== undefined) return nearest;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}

/** The token from the address (`#token=…`), which is wiped at once: it must reach no history and no copied link. */
function takeToken(): string | null {
  const { hash, pathname, search } = window.location;
  const token = new URLSearchParams(hash.slice(1)).get("token");
  if (token === null) return null;
  window.history.replaceState(window.history.state, "", `${pathname}${search}`);
  return token === "" ? null : token;
}
