import { DayPilot } from "@daypilot/daypilot-lite-javascript";
import { compete, hasElement, MONDAY, type Row } from "./stage.ts";

/** (c): DayPilot Lite's scheduler. */
void compete(show, hasElement(".scheduler_default_event"));

function show(rows: readonly Row[], root: HTMLElement): void {
  root.innerHTML = `<div id="scheduler"></div>`;
  const at = (minute: number) =>
    new DayPilot.Date(new Date(MONDAY + minute * 60_000).toISOString().slice(0, 19));
  const scheduler = new DayPilot.Scheduler("scheduler", {
    startDate: "2026-11-16",
    days: 7,
    scale: "Hour",
    cellWidth: 7,
    timeHeaders: [{ groupBy: "Day" }],
    heightSpec: "Max",
    height: innerHeight - 60,
    resources: rows.map(({ id, name }) => ({ id, name })),
    events: rows.flatMap(({ id, week }) =>
      week.map(([start, end]) => ({
        id: `${id}-${start}`,
        resource: id,
        start: at(start),
        end: at(end),
        text: "",
      })),
    ),
  });
  scheduler.init();
}
