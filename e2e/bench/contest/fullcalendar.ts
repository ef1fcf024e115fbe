import { Calendar } from "fullcalendar";
import skeleton from "fullcalendar/skeleton.css";
import theme from "fullcalendar/themes/classic";
import palette from "fullcalendar/themes/classic/palette.css";
import look from "fullcalendar/themes/classic/theme.css";
import timeline from "fullcalendar-scheduler/resource-timeline";
import { compete, MONDAY } from "./stage.ts";

/** (c): FullCalendar 7's resource timeline. */
document.head.append(
  Object.assign(document.createElement("style"), { textContent: skeleton + palette + look }),
);

void compete((rows, root) => {
  const at = (minute: number) => new Date(MONDAY + minute * 60_000).toISOString();
  const calendar = new Calendar(root, {
    plugins: [timeline, theme],
    schedulerLicenseKey: "GPL-My-Project-Is-Open-Source",
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
});
