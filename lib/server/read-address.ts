import { parseView, type View } from "#lib/contract/view.ts";
import { AppError } from "#lib/errors.ts";

/** What the address says. In the API an unusable value of a known key is refused (product.md, section 4). Throws `invalid`. */
export function readAddress(search: URLSearchParams): View {
  const { view, unusable } = parseView(search);
  if (unusable.length > 0) throw new AppError("invalid", `Unusable value: ${unusable.join(", ")}.`);
  return view;
}
