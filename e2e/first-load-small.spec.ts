import { BUDGETS } from "./budgets.ts";
import { testFirstLoad } from "./fixtures/first-load.ts";
import { test } from "./fixtures/test.ts";

/** A desk that its page brings whole. */

test.use({ productOptions: { size: 60 }, viewport: { width: 1440, height: 900 } });

testFirstLoad(BUDGETS.rosterRequests.whole);
