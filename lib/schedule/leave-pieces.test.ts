import { expect, it } from "vitest";
import { absencesByLeave, splitAbsent } from "./absence.ts";
import { makeExpander } from "./expand.ts";
import { piecesOfSplit } from "./leave-pieces.ts";
import { agent } from "./testing/agents.ts";
import { date } from "./testing/dates.ts";
import type { WeekBlock } from "./types.ts";
import { weekOf } from "./week.ts";

const SHANGHAI = "Asia/Shanghai";
const week = weekOf(date("2026-11-23"), "mon", SHANGHAI);

/** Each day of the week as its pieces in hours of that day, those on leave in brackets. */
function drawn(template: readonly WeekBlock[], from: string, to: string) {
  const ann = agent("ann", { week: template });
  const leave = [{ agent: "ann", from: date(from), to: date(to), note: null }];
  const spans = makeExpander(SHANGHAI, week)(template);
  const split = splitAbsent(template, spans, absencesByLeave(leave, SHANGHAI)(ann));
  return piecesOfSplit(split, week).map((pieces, i) => {
    const hour = (at: number) => (at - (week.days[i]?.startAt ?? 0)) / 3_600_000;
    const said = pieces.map(({ startAt, endAt, onLeave }) => {
      const hours = `${hour(startAt)}-${hour(endAt)}`;
      return onLeave ? `(${hours})` : hours;
    });
    return said.join(" ");
  });
}

it("brackets the blocks that start on leave, and keeps the others in order between them", () => {
  const template: readonly WeekBlock[] = [
    [540, 720],
    [780, 1080],
    [1980, 2160],
  ];
  expect(drawn(template, "2026-11-23", "2026-11-23")).toEqual(["(9-12) (13-18)", "9-12", "", "", "", "", ""]);
});

it("lets a night that began before a leave end, and takes out one that begins on its last day, whole", () => {
  const nights: readonly WeekBlock[] = [
    [1320, 1800],
    [2760, 3240],
  ];
  const days = drawn(nights, "2026-11-24", "2026-11-24");
  expect(days.slice(0, 3)).toEqual(["22-24", "0-6 (22-24)", "(0-6)"]);
});

it("cuts a leave out of a round-the-clock week", () => {
  expect(drawn([[0, 10080]], "2026-11-24", "2026-11-24").slice(0, 3)).toEqual(["0-24", "(0-24)", "0-24"]);
});
