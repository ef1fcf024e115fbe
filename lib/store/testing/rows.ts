import type { CalendarFeed, StoredRoster } from "#lib/roster/ports.ts";
import type { StatusChange } from "#lib/roster/store-port.ts";
import { asInstant, type Roster } from "#lib/schedule/types.ts";

/** Things to keep, for tests of the store. */

export const AT = asInstant(Date.parse("2026-11-19T09:20:00.123Z"));
export const MINUTE_MS = 60_000;
/** `AT`, and so much later. */
export const later = (ms: number) => asInstant(AT + ms);

/** Text with all that a database may stumble over: quotes, NUL, half a surrogate pair, a line end. */
export const ODD_TEXT = "ou_'\"\\;$1?\u0000\ud800\n客服🙂";

export function rosterOf(...names: readonly string[]): Roster {
  return {
    desk: { key: "main", name: "IT 服务台", timeZone: "Asia/Shanghai" },
    skills: [{ id: "s1", name: "网络", isDefault: true }],
    agents: names.map((name) => ({
      id: `ou_${name}`,
      name,
      avatarUrl: "https://avatars.example/1.png",
      email: null,
      department: "技术支持",
      company: null,
      status: "online",
      statusSince: "2026-11-19T09:00:00.000Z",
      skillIds: ["s1"],
      week: [
        [0, 60],
        [540, 1080],
      ],
      notes: ["overlap"],
      ruleNotes: ["overnight-meets-next"],
      sortKey: name,
      searchKeys: "",
    })),
    setAside: { agents: 1, rules: 2, skills: 3 },
  };
}

export const storedOf = (...names: readonly string[]): StoredRoster => ({
  roster: rosterOf(...names),
  fetchedAt: AT,
});

export const changeOf = (more: Partial<StatusChange> = {}): StatusChange => ({
  agentId: "ou_anna",
  from: "online",
  to: "offline",
  seenAt: AT,
  ...more,
});

export const calendarOf = (id: string, more: Partial<CalendarFeed> = {}): CalendarFeed => ({
  id,
  secretHash: `hash of ${id}`,
  deskKey: "main",
  scope: { kind: "department", value: "技术支持" },
  createdAt: "2026-11-19T09:20:00.000Z",
  createdBy: null,
  ...more,
});
