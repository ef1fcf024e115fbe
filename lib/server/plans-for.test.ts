import { expect, test } from "vitest";
import { machineViewer, OPEN_VIEWER } from "#lib/auth/viewer.ts";
import { date } from "#lib/schedule/testing/dates.ts";
import { NO_RULES } from "#lib/schedule/testing/desks.ts";
import { plansFor } from "./plans-for.ts";

const leave = { agent: "ann", from: date("2026-11-23"), to: date("2026-11-24"), note: "surgery" };
const plan = { ...NO_RULES, leave: [leave] };
const plans = new Map([["main", plan]]);

test("a manager gets the plans as they are", () => {
  expect(plansFor(plans, OPEN_VIEWER)).toEqual({ main: plan });
});

test("a viewer does not learn why somebody is away", () => {
  const seen = plansFor(plans, machineViewer("screen", "viewer"));
  expect(seen).toEqual({ main: { ...plan, leave: [{ ...leave, note: null }] } });
});

test("nobody in particular gets nothing", () => {
  expect(plansFor(plans, null)).toEqual({});
});
