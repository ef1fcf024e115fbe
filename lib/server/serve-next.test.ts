import { expect, test } from "vitest";
import { optionsOfNext } from "./serve-next.ts";

test("Next is not quiet: a page that throws leaves a line of the log", () => {
  expect(optionsOfNext("/srv/rota")).toEqual({ dir: "/srv/rota", dev: false, quiet: false });
});
