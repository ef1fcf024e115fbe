import { describe, expect, test } from "vitest";
import type { Bulletin, Store } from "#lib/roster/store-port.ts";
import { AT, changeOf, later, MINUTE_MS, storedOf } from "./rows.ts";

const BULLETIN: Bulletin = {
  postedAt: AT,
  problem: { code: "timeout", since: "2026-11-19T09:20:00.000Z", logId: "log-1" },
  fetchedAt: AT,
  succeededAt: null,
  watchedAt: AT,
  failures: 2,
  dueAt: later(MINUTE_MS),
  firmUntilAt: AT,
};

/** What lib/roster/store-port.ts promises of what replicas share, for any engine. */
export function describeSharedDesks(openTwo: () => Promise<readonly [Store, Store]>): void {
  describe("a desk that replicas share", () => {
    test("is unknown before anybody said anything", async () => {
      const [one] = await openTwo();
      expect(await one.readShared("main")).toEqual({
        bulletin: null,
        postedAgoMs: null,
        rosterMark: null,
        lookedAgoMs: null,
        askedMark: null,
        holdMark: null,
      });
    });

    test("is held by one at a time, who is seen to renew it, and of its own", async () => {
      const [one, other] = await openTwo();
      expect(await one.holdDesk("main", "a", MINUTE_MS)).toBe(true);
      expect(await other.holdDesk("main", "b", MINUTE_MS)).toBe(false);
      expect(await other.holdDesk("second", "b", MINUTE_MS)).toBe(true);
      const { holdMark } = await other.readShared("main");
      expect(holdMark).toMatch(/^a /);
      await one.holdDesk("main", "a", 2 * MINUTE_MS);
      expect((await other.readShared("main")).holdMark).not.toBe(holdMark);
      await one.releaseDesk("main", "a");
      expect(await other.holdDesk("main", "b", MINUTE_MS)).toBe(true);
    });

    test("has a bulletin by who holds it, and by nobody else", async () => {
      const [one, other] = await openTwo();
      await one.holdDesk("main", "a", MINUTE_MS);
      expect(await one.postBulletin("main", BULLETIN, "a")).toBe(true);
      expect(await other.postBulletin("main", { ...BULLETIN, problem: null }, "b")).toBe(false);
      const shared = await other.readShared("main");
      expect(shared.bulletin).toEqual(BULLETIN);
      expect(shared.postedAgoMs).toBeGreaterThanOrEqual(0);
      expect(shared.postedAgoMs).toBeLessThan(MINUTE_MS);
    });

    test("keeps the roster of who holds it, and of nobody whose time has run out", async () => {
      const [one, other] = await openTwo();
      await one.holdDesk("main", "a", 0);
      await one.saveRoster("main", storedOf("anna"), "a");
      expect(await other.loadRoster("main")).toBeNull();
      await other.holdDesk("main", "b", MINUTE_MS);
      await other.saveRoster("main", storedOf("ben"), "b");
      await one.saveRoster("main", storedOf("anna"), "a");
      await one.saveRoster("main", { ...storedOf("ben"), fetchedAt: later(MINUTE_MS) }, "a");
      expect(await one.loadRoster("main")).toEqual(storedOf("ben"));
    });

    test("keeps the status changes of who holds it, once, also those that it has kept before", async () => {
      const [one, other] = await openTwo();
      const listed = () => one.listStatusChanges("main", AT, later(MINUTE_MS));
      await one.holdDesk("main", "a", 0);
      expect(await one.addStatusChanges("main", [changeOf()], "a")).toBe(false);
      await other.holdDesk("main", "b", MINUTE_MS);
      expect(await one.addStatusChanges("main", [changeOf()], "a")).toBe(false);
      expect(await listed()).toEqual([]);
      const many = Array.from({ length: 150 }, (_, index) => changeOf({ seenAt: later(index) }));
      expect(await other.addStatusChanges("main", many.slice(0, 120), "b")).toBe(true);
      expect(await other.addStatusChanges("main", many, "b")).toBe(true);
      expect(await other.addStatusChanges("main", [], "b")).toBe(true);
      expect(await listed()).toHaveLength(150);
      expect(await one.addStatusChanges("second", [changeOf()])).toBe(true);
    });

    test("has another mark for another roster, and the same for the same", async () => {
      const [one, other] = await openTwo();
      const marks = [];
      for (const name of ["anna", "anna", "ben"]) {
        await one.saveRoster("main", storedOf(name));
        marks.push((await other.readShared("main")).rosterMark);
      }
      expect(marks[0]).toBe(marks[1]);
      expect(new Set(marks).size).toBe(2);
    });

    test("tells how long ago somebody looked, and that somebody asks for a round", async () => {
      const [one, other] = await openTwo();
      await one.noteLook("main", false);
      const before = await other.readShared("main");
      expect(before.lookedAgoMs).toBeLessThan(MINUTE_MS);
      expect(before.askedMark).toBeNull();
      await one.askRound("main");
      expect((await other.readShared("main")).askedMark).not.toBeNull();
      expect((await other.readShared("second")).lookedAgoMs).toBeNull();
    });
  });
}
