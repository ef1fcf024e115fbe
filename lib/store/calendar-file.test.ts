import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createCalendarFile } from "./calendar-file.ts";

const feed = (id: string) => ({
  id,
  secretHash: `hash of ${id}`,
  deskKey: "main",
  scope: { kind: "department", value: "技术支持" } as const,
  createdAt: "2026-11-19T09:20:00.000Z",
  createdBy: null,
});

/** A folder that is not there yet. */
function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), "calendars-"));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  return join(parent, "data");
}
const pathOf = (folder: string) => join(folder, "calendar-feeds.json");

test("what is added is there for the next process, in its order, until it is removed", async () => {
  const folder = newFolder();
  const store = createCalendarFile(folder);
  expect(await store.list()).toEqual([]);
  await store.add(feed("a"));
  await store.add(feed("b"));
  expect(await createCalendarFile(folder).list()).toEqual([feed("a"), feed("b")]);
  expect([await store.remove("a"), await store.remove("a")]).toEqual([true, false]);
  expect(await createCalendarFile(folder).list()).toEqual([feed("b")]);
});

test("changes that come at once are all kept", async () => {
  const store = createCalendarFile(newFolder());
  const ids = Array.from({ length: 20 }, (_, i) => `f${i}`);
  await Promise.all(ids.map((id) => store.add(feed(id))));
  expect((await store.list()).map(({ id }) => id)).toEqual(ids);
});

test("only its owner may read the file, whatever an older one allowed, and nothing else is left", async () => {
  const folder = newFolder();
  const store = createCalendarFile(folder);
  await store.add(feed("a"));
  chmodSync(pathOf(folder), 0o644);
  writeFileSync(`${pathOf(folder)}.new`, "half", { mode: 0o666 });
  await store.add(feed("b"));
  expect(statSync(pathOf(folder)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder)).toEqual(["calendar-feeds.json"]);
});

test.each(["", "{", "[]", '{"version":2,"feeds":[]}', '{"version":1,"feeds":[{"id":1}]}'])(
  "a file that holds %j is never taken for an empty one, nor written over",
  async (text) => {
    const folder = newFolder();
    const store = createCalendarFile(folder);
    await store.add(feed("a"));
    writeFileSync(pathOf(folder), text);
    await expect(store.list()).rejects.toThrow("cannot be read");
    await expect(store.add(feed("b"))).rejects.toThrow("cannot be read");
    expect(readFileSync(pathOf(folder), "utf8")).toBe(text);
  },
);

test("a change that fails holds up none after it", async () => {
  const folder = newFolder();
  const store = createCalendarFile(folder);
  await store.add(feed("a"));
  const good = readFileSync(pathOf(folder), "utf8");
  writeFileSync(pathOf(folder), "{");
  await expect(store.remove("a")).rejects.toThrow();
  writeFileSync(pathOf(folder), good);
  expect(await store.remove("a")).toBe(true);
});
