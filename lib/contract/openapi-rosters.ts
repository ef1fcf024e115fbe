import { EXCEPTION_KINDS } from "#lib/schedule/exceptions.ts";
import { STATUSES } from "#lib/schedule/types.ts";
import { DESK_PARAMETER, errors, json, pathPart, query } from "./openapi-parts.ts";
import { CLOCK_HEADERS } from "./roster.ts";
import { GROUPINGS, SORTINGS } from "./view.ts";

/** The addresses that tell of a desk: its roster, what follows from it, and downloads. */

const COVERAGE_PARAMETERS = [
  query("week", "Any day of the week; the present one where it is left out.", {
    type: "string",
    format: "date",
  }),
  query("skill", "Ids, comma-separated; all skills where it is left out.", { type: "string" }),
  query(
    "away",
    "What if: agent ids, `dept:NAME` or `all`, comma-separated, each with an optional `@DATE` or `@DATE..DATE`.",
    { type: "string" },
  ),
  query("start", "The week's first day; Monday where it is left out.", { enum: ["mon", "sun"] }),
  query("zone", "IANA zone whose days the week has; the desk's where it is left out.", { type: "string" }),
] as const;

const ofList = (words: readonly string[]) => `comma-separated, of ${words.join(", ")}`;

/** The board's own (product.md, section 4); those of its look are ignored. */
const BOARD_PARAMETERS = [
  query("status", `Statuses, ${ofList(STATUSES)}; all but removed where it is left out.`, { type: "string" }),
  query("skill", "Skills by id, comma-separated.", { type: "string" }),
  query("match", "Whether any of the skills is enough, or all are needed.", { enum: ["any", "all"] }),
  query("department", "Departments by name, comma-separated; a comma in a name is written `\\,`.", {
    type: "string",
  }),
  query("q", "Text in name, email, department or skill; Chinese names also by pinyin.", { type: "string" }),
  query("on", "`1`: only those on shift now.", { enum: ["0", "1"] }),
  query("exception", `Ways in which plan and status disagree, ${ofList(EXCEPTION_KINDS)}.`, {
    type: "string",
  }),
  query("group", "How the rows are gathered.", { enum: [...GROUPINGS] }),
  query("sort", "How they are ordered within.", { enum: [...SORTINGS] }),
  query(
    "week",
    "Any day of the week in which a calendar's events begin; the present one where it is left out.",
    {
      type: "string",
      format: "date",
    },
  ),
  query("start", "That week's first day; Monday where it is left out.", { enum: ["mon", "sun"] }),
] as const;

const clockHeader = (description: string) => ({
  description,
  schema: { type: "string", format: "date-time" },
});
const ROSTER_HEADERS = {
  ETag: { description: "Changes only with the content.", schema: { type: "string" } },
  [CLOCK_HEADERS.fetchedAt]: clockHeader("When Feishu was last read with success."),
  [CLOCK_HEADERS.servedAt]: clockHeader("The server's clock."),
  [CLOCK_HEADERS.nextReadAt]: clockHeader("When Feishu is read next."),
};

const file = (type: string) => ({ [type]: { schema: { type: "string" } } });

export const ROSTER_PATHS = {
  "/api/roster": {
    get: {
      summary: "All agents of one desk with their weeks.",
      parameters: [
        DESK_PARAMETER,
        { name: "If-None-Match", in: "header", schema: { type: "string" } },
        query(
          "since",
          "The version that the caller holds: the text of its `ETag`, without quotes. The answer may then be what has changed.",
          { type: "string" },
        ),
      ],
      responses: {
        200: {
          description:
            "The roster. With `since`, what leads from that version to the one of this `ETag`; the whole where that version is unknown by now, was another viewer's, or the change would be as large.",
          headers: ROSTER_HEADERS,
          content: json("Roster", "RosterChange"),
        },
        304: { description: "Unchanged; the clock is in the headers.", headers: ROSTER_HEADERS },
        ...errors("invalid", "unauthenticated", "not_found", "upstream_unavailable"),
      },
    },
  },
  "/api/coverage": {
    get: {
      summary: "How well each skill is covered in a week: levels, gaps and single points.",
      parameters: [DESK_PARAMETER, ...COVERAGE_PARAMETERS],
      responses: {
        200: { description: "The figures that the coverage page shows.", content: json("Coverage") },
        ...errors("invalid", "unauthenticated", "not_found", "upstream_unavailable"),
      },
    },
  },
  "/api/notes": {
    get: {
      summary: "What looks wrong in the schedules of a desk.",
      parameters: [
        DESK_PARAMETER,
        query("code", "Only these findings, comma-separated; all where it is left out.", { type: "string" }),
      ],
      responses: {
        200: { description: "The findings, gravest first.", content: json("Notes") },
        ...errors("invalid", "unauthenticated", "not_found", "upstream_unavailable"),
      },
    },
  },
  "/api/export/{format}": {
    get: {
      summary:
        "The agents whom the board with these parameters shows, in its order, as a file; for managers.",
      parameters: [pathPart("format", { enum: ["csv", "ics"] }), DESK_PARAMETER, ...BOARD_PARAMETERS],
      responses: {
        200: {
          description: "CSV by RFC 4180, or a calendar by RFC 5545.",
          content: { ...file("text/csv"), ...file("text/calendar") },
        },
        ...errors("invalid", "unauthenticated", "forbidden", "not_found", "upstream_unavailable"),
      },
    },
  },
  "/api/refresh": {
    post: {
      summary: "Asks for a round now; at most one a round.",
      parameters: [DESK_PARAMETER],
      responses: {
        202: { description: "Whether a round was started.", content: json("Refresh") },
        ...errors("invalid", "unauthenticated", "forbidden", "not_found"),
      },
    },
  },
} as const;
