import { describe, expect, onTestFinished, test } from "vitest";
import type { Store } from "#lib/roster/store-port.ts";
import { asInstant } from "#lib/schedule/types.ts";
import { AT, calendarOf, changeOf, later, MINUTE_MS, ODD_TEXT, rosterOf, storedOf } from "./rows.ts";
import { describeSharedDesks } from "./shared-desks.ts";

/** A place of an engine; each opening is what another process, or a later one, sees of it. */
export interface Place {
  open(): Promise<Store>;
}

/** What lib/roster/store-port.ts promises, for any engine. `newPlace` gives an empty one. */
export function describeStore(newPlace: () => Promise<Place>): void {
  const openTwo = async () => {
    const place = await newPlace();
    const stores = [await place.open(), await place.open()] as const;
    onTestFinished(async () => {
      for (const store of stores) await store.close();
    });
    return stores;
  };

  describe("the last good roster", () => {
    test("is there for the next process, whole, and null before there was one", async () => {
      const [one, other] = await openTwo();
      expect(await one.loadRoster("main")).toBeNull();
      await one.saveRoster("main", storedOf("anna", "ben", ODD_TEXT));
      expect(await other.loadRoster("main")).toEqual(storedOf("anna", "ben", ODD_TEXT));
      expect(await other.loadRoster("second")).toBeNull();
    });

    test("is that of the last save, also when only its time is new, and whoever saved before", async () => {
      const [one, other] = await openTwo();
      const roster = rosterOf("anna");
      await one.saveRoster("main", { roster, fetchedAt: AT });
      await one.saveRoster("main", { roster, fetchedAt: later(MINUTE_MS) });
      expect(await other.loadRoster("main")).toEqual({ roster, fetchedAt: later(MINUTE_MS) });
      await other.saveRoster("main", { ...storedOf("ben"), fetchedAt: later(2 * MINUTE_MS) });
      await one.saveRoster("main", { roster, fetchedAt: later(3 * MINUTE_MS) });
      expect(await other.loadRoster("main")).toEqual({ roster, fetchedAt: later(3 * MINUTE_MS) });
    });

    test("is dropped where it was read before an instant, but never that of a desk that is named", async () => {
      const [one] = await openTwo();
      for (const desk of ["main", "second", "gone"]) await one.saveRoster(desk, storedOf(desk));
      await one.saveRoster("young", { ...storedOf("young"), fetchedAt: later(1) });
      await one.dropRosters(AT, []);
      expect(await one.loadRoster("gone")).toEqual(storedOf("gone"));
      await one.dropRosters(later(1), ["main", "second"]);
      const left = ["main", "second", "young", "gone"].map((desk) => one.loadRoster(desk));
      const names = (await Promise.all(left)).map((stored) => stored?.roster.agents[0]?.name);
      expect(names).toEqual(["main", "second", "young", undefined]);
      await one.saveRoster("gone", storedOf("gone"));
      await one.dropRosters(later(MINUTE_MS), []);
      expect(await one.loadRoster("main")).toBeNull();
    });

    test("may be large, and small again", async () => {
      const [one, other] = await openTwo();
      const names = Array.from({ length: 5_000 }, (_, index) => `agent ${index}`);
      for (const stored of [storedOf("anna"), storedOf(...names, ODD_TEXT), storedOf("ben", ...names)]) {
        await one.saveRoster("main", stored);
        expect(await other.loadRoster("main")).toEqual(stored);
      }
      await other.saveRoster("main", storedOf("anna"));
      expect(await one.loadRoster("main")).toEqual(storedOf("anna"));
    });
  });

  describe("status changes", () => {
    test("are listed newest first, within [from, to), of their desk alone", async () => {
      const [one, other] = await openTwo();
      const seen = [0, 1, 2, 3].map((minute) => changeOf({ seenAt: later(minute * MINUTE_MS) }));
      await one.addStatusChanges("main", seen);
      await one.addStatusChanges("second", [changeOf({ to: "removed" })]);
      expect(await other.listStatusChanges("main", later(MINUTE_MS), later(3 * MINUTE_MS))).toEqual([
        seen[2],
        seen[1],
      ]);
    });

    test("keep an unknown beginning and any id, and the same change once", async () => {
      const [one, other] = await openTwo();
      const change = changeOf({ agentId: ODD_TEXT, from: null, to: "unknown" });
      await Promise.all([one.addStatusChanges("main", [change]), other.addStatusChanges("main", [change])]);
      expect(await other.listStatusChanges("main", AT, later(1))).toEqual([change]);
    });

    test("may be many at once, or none", async () => {
      const [one] = await openTwo();
      await one.addStatusChanges("main", []);
      const many = Array.from({ length: 1_234 }, (_, index) => changeOf({ agentId: `ou_${index}` }));
      await one.addStatusChanges("main", many);
      const listed = await one.listStatusChanges("main", AT, later(1));
      expect(new Set(listed.map(({ agentId }) => agentId)).size).toBe(1_234);
    });

    test("seen before an instant are dropped, on every desk", async () => {
      const [one] = await openTwo();
      const [old, young] = [changeOf(), changeOf({ seenAt: later(1) })];
      await one.addStatusChanges("main", [old, young]);
      await one.addStatusChanges("second", [old]);
      await one.dropStatusChanges(later(1));
      expect(await one.listStatusChanges("main", asInstant(0), later(MINUTE_MS))).toEqual([young]);
      expect(await one.listStatusChanges("second", asInstant(0), later(MINUTE_MS))).toEqual([]);
    });
  });

  describe("a token's id", () => {
    test("is used once, whoever asks, and however many at the same moment", async () => {
      const [one, other] = await openTwo();
      const asked = await Promise.all(
        [one, other, one, other, one].map((store) => store.useOnce(ODD_TEXT, AT)),
      );
      expect(asked.filter(Boolean)).toHaveLength(1);
      expect(await one.useOnce("another", AT)).toBe(true);
    });

    test("is forgotten once its time is over, and not before", async () => {
      const [one] = await openTwo();
      await one.useOnce("old", AT);
      await one.useOnce("young", later(MINUTE_MS));
      await one.dropTokenUses(later(1));
      expect([await one.useOnce("old", AT), await one.useOnce("young", AT)]).toEqual([true, false]);
    });
  });

  test("calls are counted by month, by all together", async () => {
    const [one, other] = await openTwo();
    expect(await one.countCalls("2026-11")).toBe(0);
    await Promise.all([one.addCalls("2026-11", 3), other.addCalls("2026-11", 4)]);
    await one.addCalls("2026-12", 1);
    expect([await other.countCalls("2026-11"), await other.countCalls("2026-12")]).toEqual([7, 1]);
  });

  describe("a lease", () => {
    test("is held by one, who may hold on to it, until it is given back", async () => {
      const [one, other] = await openTwo();
      expect(await one.holdLease("poll", "a", MINUTE_MS)).toBe(true);
      expect(await other.holdLease("poll", "b", MINUTE_MS)).toBe(false);
      expect(await one.holdLease("poll", "a", MINUTE_MS)).toBe(true);
      expect(await other.holdLease("other", "b", MINUTE_MS)).toBe(true);
      await other.releaseLease("poll", "b");
      expect(await other.holdLease("poll", "b", MINUTE_MS)).toBe(false);
      await one.releaseLease("poll", "a");
      expect(await other.holdLease("poll", "b", MINUTE_MS)).toBe(true);
    });

    test("falls to another when it has run out", async () => {
      const [one, other] = await openTwo();
      await one.holdLease("poll", "a", 0);
      expect(await other.holdLease("poll", "b", MINUTE_MS)).toBe(true);
      expect(await one.holdLease("poll", "a", MINUTE_MS)).toBe(false);
    });

    test("goes to one of many who ask at once", async () => {
      const [one, other] = await openTwo();
      const asked = [..."abcdefgh"].map((holder, index) =>
        (index % 2 === 0 ? one : other).holdLease("poll", holder, MINUTE_MS),
      );
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    });
  });

  describeSharedDesks(openTwo);

  describe("calendar subscriptions", () => {
    test("are there for the next process, in the order in which they were made, until they are removed", async () => {
      const [one, other] = await openTwo();
      expect(await one.listCalendars()).toEqual([]);
      const odd = calendarOf("b", { scope: { kind: "agent", value: ODD_TEXT }, createdBy: "cron" });
      await one.addCalendar(calendarOf("c"));
      await one.addCalendar(odd);
      await other.addCalendar(calendarOf("a"));
      expect(await other.listCalendars()).toEqual([calendarOf("c"), odd, calendarOf("a")]);
      expect([await one.removeCalendar("c"), await other.removeCalendar("c")]).toEqual([true, false]);
      expect(await other.listCalendars()).toEqual([odd, calendarOf("a")]);
    });

    test("that come at once are all kept", async () => {
      const [one, other] = await openTwo();
      const ids = Array.from({ length: 20 }, (_, index) => `f${index}`);
      await Promise.all(ids.map((id, index) => (index % 2 === 0 ? one : other).addCalendar(calendarOf(id))));
      expect(new Set((await other.listCalendars()).map(({ id }) => id))).toEqual(new Set(ids));
    });
  });
}
