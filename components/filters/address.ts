import type { Param } from "#lib/contract/param.ts";
import { VIEW_KEYS, VIEW_PARAMS, type View } from "#lib/contract/view.ts";

/** The address as text: the pure half of use-view.tsx. */

/**
 * The query string with some values changed: "" or one that begins with `?`. A key that changes loses
 * all its repetitions; a default value is left out; every other key, also one that we do not know,
 * stays as it was and where it was.
 */
export function patchSearch(search: string, patch: Partial<View>): string {
  const params = new URLSearchParams(search);
  for (const key of VIEW_KEYS) {
    const value = patch[key];
    if (value === undefined) continue;
    const param = VIEW_PARAMS[key] as Param<unknown>;
    const text = param.serialise(value);
    if (text === null || text === "") params.delete(key);
    else params.set(key, text);
  }
  const query = readable(params.toString());
  return query === "" ? "" : `?${query}`;
}

/** Characters that a query may hold as they are: `zone=Asia/Shanghai&status=online,offline`. */
function readable(query: string): string {
  return query.replace(/%2C/g, ",").replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%40/g, "@");
}

/**
 * The prefix behind which the product is served ("" or "/rota"), from the address of the page and the
 * path that the router knows, which lacks it.
 */
export function basePathOf(locationPath: string, routerPath: string): string {
  const path = locationPath.replace(/\/$/, "");
  const route = routerPath.replace(/\/$/, "");
  return path.endsWith(route) ? path.slice(0, path.length - route.length) : "";
}
