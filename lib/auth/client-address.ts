import "server-only";
import { isIP, isIPv6 } from "node:net";

/**
 * The address of who asks, as far as the last `hops` proxies of ours vouch for it (TRUST_PROXY_HOPS; product.md, section
 * 3): each has added one entry to `X-Forwarded-For`, so what a client wrote itself stands further left and counts for
 * nothing. Null: unknown; also where there are fewer entries than proxies, or the entry is no address.
 */
export function clientAddress(headers: Pick<Headers, "get">, hops: number): string | null {
  if (hops === 0) return null;
  // A header that came twice is joined by commas on the way to us: one list, in order.
  const entries = headers.get("x-forwarded-for")?.split(",") ?? [];
  return readAddress(entries.at(-hops)?.trim() ?? "");
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function readAddress(entry: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+)(?::\d+)?$/.exec(entry);
  const text = (bare?.[1] ?? bare?.[2] ?? entry).toLowerCase();
  if (isIP(text) === 0 || text.includes("%")) return null;
  const mapped = /^::ffff:([\d.]+)$/.exec(text)?.[1];
  return mapped ?? text;
}

/** What is counted as one client: an address, of IPv6 the first half, since each of its holders has the other to vary. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [start = "", end] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const before = start === "" ? [] : start.split(":");
  const after = end === undefined || end === "" ? [] : end.split(":");
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}
