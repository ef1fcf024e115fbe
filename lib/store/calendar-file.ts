import "server-only";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod/mini";
import type { CalendarFeed, CalendarFeedStore } from "#lib/roster/ports.ts";

const fileSchema = z.object({
  version: z.literal(1),
  feeds: z.array(
    z.object({
      id: z.string(),
      secretHash: z.string(),
      deskKey: z.string(),
      scope: z.object({ kind: z.enum(["agent", "skill", "department"]), value: z.string() }),
      createdAt: z.string(),
      createdBy: z.nullable(z.string()),
    }),
  ),
});

/**
 * Calendar subscriptions in `calendar-feeds.json` of a folder, for one process. It is written whole into a file
 * beside it, which only its owner may read, and then moved in place: a crash leaves the old one or the new one.
 */
export function createCalendarFile(folder: string): CalendarFeedStore {
  const path = join(folder, "calendar-feeds.json");
  let turn: Promise<unknown> = Promise.resolve();
  /** One change at a time, each on what the one before it left. */
  const change = <T>(make: (feeds: readonly CalendarFeed[]) => Promise<T>): Promise<T> => {
    const next = turn.then(async () => make(await readFeeds(path)));
    turn = next.catch(() => {});
    return next;
  };
  return {
    list: () => readFeeds(path),
    add: (feed) => change((feeds) => writeFeeds(folder, path, [...feeds, feed])),
    remove: (id) =>
      change(async (feeds) => {
        const left = feeds.filter((feed) => feed.id !== id);
        if (left.length === feeds.length) return false;
        await writeFeeds(folder, path, left);
        return true;
      }),
  };
}

/** Throws where the file is there but cannot be understood: to take it for empty would be to lose it. */
async function readFeeds(path: string): Promise<readonly CalendarFeed[]> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, "utf8"))).feeds;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new Error("the file of calendar subscriptions cannot be read", { cause: error });
  }
}

async function writeFeeds(folder: string, path: string, feeds: readonly CalendarFeed[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${path}.new`;
  // One that a crash left behind may have been made readable for others.
  await rm(beside, { force: true });
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ version: 1, feeds }, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
