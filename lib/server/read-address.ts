import type { Param } from "#lib/contract/param.ts";
import { parseView, type View } from "#lib/contract/view.ts";
import { AppError } from "#lib/errors.ts";

/** What the address says. In the API an unusable value of a known key is refused (product.md, section 4). Throws `invalid`. */
export function readAddress(search: URLSearchParams): View {
  const { view, unusable } = parseView(search);
  if (unusable.length > 0) throw new AppError("invalid", `Unusable value: ${unusable.join(", ")}.`);
  return view;
}

/** One value that is no part of a view: the first usable of a repeated key, the fallback where there is none. Throws `invalid`. */
export function readParam<T>(search: URLSearchParams, key: string, param: Param<T>): T {
  const given = search.getAll(key).filter((value) => value !== "");
  const read = given.map((value) => param.parse(value)).find((value) => value !== undefined);
  if (read === undefined && given.length > 0) throw new AppError("invalid", `Unusable value: ${key}.`);
  return read ?? param.fallback;
}
