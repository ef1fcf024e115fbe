import "server-only";
import { AppError } from "#lib/errors.ts";
import type { Access } from "./access.ts";
import { isAllowed } from "./allow-list.ts";
import { readEmbedSession } from "./embed-session.ts";
import { roleOf } from "./roles.ts";
import { isSameText } from "./same-text.ts";
import { readSession } from "./session.ts";
import { machineViewer, memberViewer, OPEN_VIEWER, type Viewer } from "./viewer.ts";

type RequestHeaders = Pick<Headers, "get">;

/**
 * Who asks (product.md, sections 7 and 8). An embedded frame's access comes before any other session; then a
 * machine's key, which once there are keys is refused when wrong rather than taken for nobody; then the mode's own.
 * Throws `unauthenticated`, and never says why a credential failed.
 */
export async function identify(headers: RequestHeaders, access: Access): Promise<Viewer> {
  const embedded = await readEmbedSession(headers, access.embed, access.sessions.clock.now());
  const viewer = embedded?.viewer ?? readMachine(headers, access) ?? (await readMember(headers, access));
  if (viewer === null) throw unauthenticated();
  return viewer;
}

const unauthenticated = () => new AppError("unauthenticated", "This needs a valid credential.");

function readMachine(headers: RequestHeaders, { apiKeys }: Access): Viewer | null {
  const credential = headers.get("authorization") ?? "";
  if (!/^Bearer\b/i.test(credential) || apiKeys.length === 0) return null;
  // What is not one word, such as two headers joined, is nobody's key.
  const bearer = credential.match(/^Bearer +(\S+) *$/i)?.[1] ?? "";
  const match = apiKeys.filter(({ key }) => isSameText(key, bearer)).at(0);
  if (match === undefined) throw unauthenticated();
  return machineViewer(match.name, match.role);
}

async function readMember(
  headers: RequestHeaders,
  { mode, roles, sessions }: Access,
): Promise<Viewer | null> {
  switch (mode.kind) {
    case "open":
      return OPEN_VIEWER;
    case "session": {
      const session = await readSession(headers, sessions);
      // Asked anew at every request: who is taken off the list is out at once, and so are sessions of another mode.
      if (session === null || session.by !== mode.by || !isAllowed(session.identity, mode.allow)) return null;
      return memberViewer(session.by, session.identity, roleOf(session.identity, roles));
    }
    case "proxy": {
      const identity = await mode.recognise(headers);
      return identity && memberViewer("proxy", identity, roleOf(identity, roles));
    }
  }
}
