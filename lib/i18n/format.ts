import {
  asInstant,
  DAY_MINUTES,
  type Day,
  type Instant,
  type LocalDate,
  type Span,
  type Week,
  type Weekday,
} from "#lib/schedule/types.ts";
import { isoWeekOf, weekdayOf } from "#lib/schedule/week.ts";
import { dateAt, minuteAt, minuteOnDay, offsetAt } from "#lib/schedule/zone.ts";
import type { Locale } from "./index.ts";
import { cityOf } from "./zone-names.ts";

/**
 * Dates, times, durations and zones in words. The tables are our own, so that the server and every
 * browser write the same text whatever locale data they carry.
 */

const WEEKDAYS = {
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const two = (value: number) => String(value).padStart(2, "0");

function partsOf(date: LocalDate) {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { year, month, day, monthName: MONTHS[month - 1] ?? "" };
}

/** `Mon`, `周一`. */
export function weekdayName(weekday: Weekday, locale: Locale): string {
  return WEEKDAYS[locale][weekday - 1] ?? "";
}

/** `Mon 23 Nov`, `11月23日 周一`. */
export function formatDay(date: LocalDate, locale: Locale): string {
  const { month, day, monthName } = partsOf(date);
  const weekday = weekdayName(weekdayOf(date), locale);
  return locale === "zh" ? `${month}月${day}日 ${weekday}` : `${weekday} ${day} ${monthName}`;
}

/** First and last day of a week, each part said once: `16 – 22 Nov 2026`, `11月16日 – 22日`. */
export function formatRange(week: Week, locale: Locale): string {
  const from = partsOf(week.days[0].date);
  const to = partsOf(week.days[6].date);
  const sameYear = from.year === to.year;
  const sameMonth = sameYear && from.month === to.month;
  if (locale === "zh") {
    // The year stands in the week number beside it, unless there are two.
    const year = (of: number) => (sameYear ? "" : `${of}年`);
    const end = sameMonth ? `${to.day}日` : `${year(to.year)}${to.month}月${to.day}日`;
    return `${year(from.year)}${from.month}月${from.day}日 – ${end}`;
  }
  const start = sameMonth ? "" : sameYear ? ` ${from.monthName}` : ` ${from.monthName} ${from.year}`;
  return `${from.day}${start} – ${to.day} ${to.monthName} ${to.year}`;
}

/** ISO 8601 week of the Thursday on screen, which is the same for weeks from Monday and from Sunday. */
export function formatWeekNumber(week: Week, locale: Locale): string {
  const thursday = week.days.find((day) => day.weekday === 4) ?? week.days[3];
  const iso = isoWeekOf(thursday.date);
  return locale === "zh" ? `${iso.year} 年第 ${iso.week} 周` : `W${iso.week}`;
}

/** Minutes since midnight as `09:00`; the end of the day is `24:00`. */
export function formatClock(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Whole minutes as `45 min`, `8 h`, `2 h 10 min` / `45 分钟`, `8 小时`, `2 小时 10 分钟`. */
export function formatMinutes(minutes: number, locale: Locale): string {
  const [hour, minute] = locale === "zh" ? ["小时", "分钟"] : ["h", "min"];
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} ${minute}`;
  return rest === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${rest} ${minute}`;
}

/** Milliseconds, rounded down to whole minutes, as `formatMinutes` writes them. */
export function formatDuration(durationMs: number, locale: Locale): string {
  return formatMinutes(Math.floor(Math.max(0, durationMs) / 60_000), locale);
}

/** Minutes as hours with one decimal where it needs one: `40 h`, `37.5 小时`. */
export function formatHours(minutes: number, locale: Locale): string {
  return `${formatHourCount(minutes)} ${locale === "zh" ? "小时" : "h"}`;
}

/** The bare number of `formatHours`, for sentences that have the word already. */
export function formatHourCount(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}

/** A large whole number, its thousands set apart: `47,520`. */
export function formatCount(count: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === "zh" ? "zh-CN" : "en-GB").format(count);
}

/** How long ago something was read, in its largest unit, rounded down: `Updated 12 s ago`, `12 秒前更新`. */
export function formatAge(ageMs: number, locale: Locale): string {
  const seconds = Math.floor(ageMs / 1000);
  if (seconds < 1) return locale === "zh" ? "刚刚更新" : "Updated just now";
  const [count, zh, en] =
    seconds < 60
      ? [seconds, "秒", "s"]
      : seconds < 3600
        ? [Math.floor(seconds / 60), "分钟", "min"]
        : seconds < 86_400
          ? [Math.floor(seconds / 3600), "小时", "h"]
          : [Math.floor(seconds / 86_400), "天", "d"];
  return locale === "zh" ? `${count} ${zh}前更新` : `Updated ${count} ${en} ago`;
}

/** `UTC+8`, `UTC+5:30`, `UTC−3`, `UTC`: how far a zone is from UTC at `at`. */
export function formatOffset(zone: string, at: Instant): string {
  const offset = Math.round(offsetAt(at, zone));
  if (offset === 0) return "UTC";
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? "−" : "+"}${hours}${minutes === 0 ? "" : `:${two(minutes)}`}`;
}

/** A zone as people say it, with its offset at `at`: `Shanghai UTC+8`, `上海 UTC+8`. */
export function formatZone(zone: string, at: Instant, locale: Locale): string {
  return `${cityOf(zone, locale)} ${formatOffset(zone, at)}`.trim();
}

/** A piece of a shift on one day, as lib/schedule/pieces.ts cuts it. */
export interface SpokenPiece extends Span {
  readonly continuesAfter: boolean;
  /** Its agent is away then; left out where nobody asks. */
  readonly onLeave?: boolean;
}

/**
 * The accessible name of a day's cell, to the letter of product.md, section 9:
 * `Mon 23 Nov: 09:00–12:00, 13:00–18:00`, `11月23日 周一：22:00–24:00，次日继续`; leave is said after the hours. `pieces` lie within `day`, in order.
 */
export function cellSentence(day: Day, pieces: readonly SpokenPiece[], zone: string, locale: Locale): string {
  const [colon, comma, continues, onLeave] =
    locale === "zh" ? ["：", "、", "，次日继续", "，请假"] : [": ", ", ", ", continues", ", on leave"];
  const hours = pieces.map(
    (piece) =>
      formatPiece(piece, day, zone) +
      (piece.continuesAfter ? continues : "") +
      (piece.onLeave ? onLeave : ""),
  );
  const said = hours.length === 0 ? sayNoHours(locale) : hours.join(comma);
  return `${formatDay(day.date, locale)}${colon}${said}`;
}

/** A day on which nothing is planned. */
export function sayNoHours(locale: Locale): string {
  return locale === "zh" ? "未排班" : "no hours";
}

/** `09:00–18:00` on the wall clock of `zone`; where the piece ends with its day, `24:00`. */
export function formatPiece(piece: Span, day: Day, zone: string): string {
  const end = piece.endAt === day.endAt ? DAY_MINUTES : minuteOnDay(piece.endAt, day, zone);
  return `${formatClock(minuteOnDay(piece.startAt, day, zone))}–${formatClock(end)}`;
}

/**
 * A stretch with its day, or its days: `Thu 19 Nov 19:00–22:00`, `11月19日 周四 22:00 – 11月20日 周五 06:00`. What ends
 * with a day ends at 24:00.
 */
export function formatStretch(stretch: Span, zone: string, locale: Locale): string {
  return joinStretch(stretch, zone, (date) => formatDay(date, locale));
}

/** The same within a week on screen, where weekdays are enough: `Thu 19:00–22:00`, `周四 22:00 – 周五 06:00`. */
export function formatStretchOfWeek(stretch: Span, zone: string, locale: Locale): string {
  return joinStretch(stretch, zone, (date) => weekdayName(weekdayOf(date), locale));
}

function joinStretch({ startAt, endAt }: Span, zone: string, nameOf: (date: LocalDate) => string): string {
  const startDate = dateAt(startAt, zone);
  const lastDate = dateAt(asInstant(endAt - 1), zone);
  const start = `${nameOf(startDate)} ${formatClock(minuteAt(startAt, zone))}`;
  const endsItsDay = dateAt(endAt, zone) !== lastDate;
  const end = formatClock(endsItsDay ? DAY_MINUTES : minuteAt(endAt, zone));
  return startDate === lastDate ? `${start}–${end}` : `${start} – ${nameOf(lastDate)} ${end}`;
}

/** The zone that this browser keeps; undefined where it does not say. */
export function browserZone(): string | undefined {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone that this browser can show, by IANA name, in code unit order. */
export function knownZones(): readonly string[] {
  return Intl.supportedValuesOf("timeZone").toSorted();
}
