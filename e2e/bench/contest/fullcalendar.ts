import { Calendar } from "fullcalendar";
import skeleton from "fullcalendar/skeleton.css";
import theme from "fullcalendar/themes/classic";
import palette from "fullcalendar/themes/classic/palette.css";
import look from "fullcalendar/themes/classic/theme.css";
import timeline from "fullcalendar-scheduler/resource-timeline";
import { compete, hasElement, MONDAY, type Row } from "./stage.ts";

/** (c): FullCalendar 7's resource timeline. */
document.head.append(
  Object.assign(document.createElement("style"), { textContent: skeleton + palette + look }),
);

// Its class names are shortened anew with every version; the colour of an event is part of its theme.
void compete(show, hasElement('[style*="--fc-event-color"]'));

function show(rows: readonly Row[], root: HTMLElement): void {
  const at = (minute: number) => new Date(MONDAY + minute * 60_000).toISOString();
  const calendar = new Calendar(root, {
    plugins: [timeline, theme],
    schedulerLicenseKey: "CC-Attribution-NonCommercial-NoDerivatives",
    initialView: "resourceTimelineWeek",
    initialDate: "2026-11-16",
    firstDay: 1,
    timeZone: "UTC",
    height: innerHeight,
    resources: rows.map(({ id, name }) => ({ id, title: name })),
    events: rows.flatMap(({ id, week }) =>
      week.map(([start, end]) => ({ resourceId: id, start: at(start), end: at(end) })),
    ),
  });
  calendar.render();
}
