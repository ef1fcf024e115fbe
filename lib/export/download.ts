import type { Instant, Roster, Week } from "#lib/schedule/types.ts";
import { dateAt } from "#lib/schedule/zone.ts";
import { attachmentHeader } from "./attachment.ts";
import { writeCsv } from "./csv.ts";
import { writeIcs } from "./ics.ts";
import { streamText } from "./stream-text.ts";

/** What a download is made of. */
export interface DownloadInput {
  /** With the agents that it holds, in its order. */
  readonly roster: Pick<Roster, "desk" | "skills" | "agents">;
  readonly askedAt: Instant;
  /** The week on screen, on the days of the desk's zone. */
  readonly week: Week;
}

interface Format {
  readonly contentType: string;
  readonly write: (input: DownloadInput) => Iterable<string>;
  /** The day that the file's name tells. */
  readonly dateOf: (input: DownloadInput) => string;
}

const FORMATS = {
  csv: {
    contentType: "text/csv; charset=utf-8; header=present",
    write: ({ roster }) => writeCsv(roster),
    dateOf: ({ roster, askedAt }) => dateAt(askedAt, roster.desk.timeZone),
  },
  ics: {
    contentType: "text/calendar; charset=utf-8",
    write: ({ roster, askedAt, week }) => writeIcs(roster, { askedAt, days: week.days }),
    dateOf: ({ week }) => week.days[0].date,
  },
} as const satisfies Readonly<Record<string, Format>>;

export type ExportFormat = keyof typeof FORMATS;

export function isExportFormat(text: string): text is ExportFormat {
  return Object.hasOwn(FORMATS, text);
}

/** The download as an answer over HTTP, made while it is sent; nobody on the way may keep it. */
export function makeDownload(format: ExportFormat, input: DownloadInput): Response {
  const { contentType, write, dateOf }: Format = FORMATS[format];
  const headers = {
    "Content-Type": contentType,
    "Content-Disposition": attachmentHeader(`${input.roster.desk.name} ${dateOf(input)}`, format),
    "Cache-Control": "no-store",
  };
  return new Response(streamText(write(input)), { headers });
}
