import { BUDGETS } from "./budgets.ts";
import { testFirstLoad } from "./fixtures/first-load.ts";
import { test } from "./fixtures/test.ts";

/** A desk of ten thousand: nothing of the first load grows with it but the roster. */

test.use({ productOptions: { size: 10_000 }, viewport: { width: 1440, height: 900 } });

testFirstLoad(BUDGETS.rosterRequests.large);
