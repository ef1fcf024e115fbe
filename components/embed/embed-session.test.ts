import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { EmbedSession } from "./embed-session.ts";
import { FakeWorld } from "./testing/fake-world.ts";

const MINUTE_MS = 60_000;

let world: FakeWorld;
let session: EmbedSession;
beforeEach(() => {
  world = new FakeWorld();
  world.goodTokens.add("first").add("second").add("third");
  session = new EmbedSession(world);
});

const kind = () => session.access().kind;
const isLate = () => {
  const access = session.access();
  return access.kind === "open" && access.isLate;
};

describe("finding a session", () => {
  test("the viewer's own, where it reaches the frame, opens at once and needs no portal", async () => {
    world.hasOwnSession = true;
    await session.start(null);
    expect(session.access()).toMatchObject({ kind: "open", isLate: false });
    await world.pass(120 * MINUTE_MS);
    expect(kind()).toBe("open");
    expect(world.told).toEqual([]);
  });

  test("a token in the address counts before the viewer's own session", async () => {
    world.hasOwnSession = true;
    await session.start("first");
    expect(world.asked).toEqual(["exchange first", "cookie"]);
    expect(session.access()).toMatchObject({ kind: "open", site: { expiresIn: 900 } });
    expect(session.credential()).toEqual({ kind: "cookie" });
  });

  test("where the browser keeps no cookie, the bearer from memory is used", async () => {
    world.keepsCookies = false;
    await session.start("first");
    expect(kind()).toBe("open");
    expect(session.credential()).toEqual({ kind: "bearer", bearer: "bearer of first" });
  });

  test("also where the viewer's own session answers in the cookie's place", async () => {
    world.keepsCookies = false;
    world.hasOwnSession = true;
    await session.start("first");
    expect(session.credential().kind).toBe("bearer");
  });

  test("a used token does not matter where the cookie is still there, as after a reload", async () => {
    await session.start("first");
    await world.pass(5 * MINUTE_MS);
    const reloaded = new EmbedSession(world);
    await reloaded.start("first");
    expect(reloaded.access()).toMatchObject({ kind: "open", site: { expiresIn: 600 } });
  });

  test("without any, the portal is asked, and its token opens", async () => {
    await session.start(null);
    expect(session.access()).toEqual({ kind: "seeking", trouble: null });
    expect(world.told).toEqual([{ type: "token-needed" }]);
    await session.giveToken("first");
    expect(kind()).toBe("open");
  });

  test("a portal that keeps silent is asked again, ever more rarely, and the frame says so", async () => {
    await session.start(null);
    await world.pass(4_999);
    expect(session.access()).toEqual({ kind: "seeking", trouble: null });
    await world.pass(1);
    expect(session.access()).toEqual({ kind: "seeking", trouble: "waiting" });
    expect(world.count("token-needed")).toBe(2);
    await world.pass(10 * MINUTE_MS);
    expect(world.count("token-needed")).toBeLessThan(16);
    await session.giveToken("first");
    expect(kind()).toBe("open");
  });

  test("a refused token is told to the portal, and the next one may be good", async () => {
    await session.start("forged");
    expect(world.told).toContainEqual({ type: "error", code: "token_refused" });
    expect(session.access()).toEqual({ kind: "seeking", trouble: "refused" });
    await session.giveToken("second");
    expect(kind()).toBe("open");
  });

  test("a server that does not answer is asked again", async () => {
    world.isDown = true;
    world.hasOwnSession = true;
    await session.start(null);
    expect(session.access()).toEqual({ kind: "seeking", trouble: "unreachable" });
    world.isDown = false;
    await world.pass(MINUTE_MS);
    expect(kind()).toBe("open");
  });

  test("a token that comes while the frame is asking is not lost", async () => {
    const starting = session.start(null);
    const giving = session.giveToken("first");
    await Promise.all([starting, giving]);
    expect(kind()).toBe("open");
  });
});

describe("renewal", () => {
  beforeEach(() => session.start("first"));

  test("at 80 % of the time that the server gave", async () => {
    await world.pass(12 * MINUTE_MS - 1);
    expect(world.count("token-needed")).toBe(0);
    await world.pass(1);
    expect(world.count("token-needed")).toBe(1);
    expect(isLate()).toBe(false);
    await session.giveToken("second");
    await world.pass(11 * MINUTE_MS);
    expect([kind(), world.count("token-needed")]).toEqual(["open", 1]);
    await world.pass(MINUTE_MS);
    expect(world.count("token-needed")).toBe(2);
  });

  test("of a session found after a reload at 80 % of what is left", async () => {
    await world.pass(10 * MINUTE_MS);
    session.stop();
    const reloaded = new EmbedSession(world);
    await reloaded.start(null);
    await world.pass(4 * MINUTE_MS - 1);
    expect(world.count("token-needed")).toBe(0);
    await world.pass(1);
    expect(world.count("token-needed")).toBe(1);
  });

  test("that fails keeps the data with a notice, asks again, and clears the notice when it succeeds", async () => {
    await world.pass(12 * MINUTE_MS);
    await session.giveToken("forged");
    expect(kind()).toBe("open");
    await world.pass(5_000);
    expect(isLate()).toBe(true);
    expect(world.count("token-needed")).toBeGreaterThan(1);
    await session.giveToken("second");
    expect(session.access()).toMatchObject({ kind: "open", isLate: false });
  });

  test("is tried again at once when the network is back or somebody looks, but not without end", async () => {
    world.isDown = true;
    await world.pass(12 * MINUTE_MS);
    await session.giveToken("second");
    await world.pass(40_000);
    const before = world.count("token-needed");
    world.isDown = false;
    for (let i = 0; i < 100; i++) session.recheck();
    expect(world.count("token-needed")).toBe(before + 1);
    await session.giveToken("third");
    expect(session.access()).toMatchObject({ kind: "open", isLate: false });
  });

  test("after a sleep over its time happens at the first look", async () => {
    world.sleep(13 * MINUTE_MS);
    session.recheck();
    expect([kind(), world.count("token-needed")]).toEqual(["open", 1]);
  });
});

describe("the end", () => {
  beforeEach(() => session.start("first"));

  test("comes to the second, and is told; a later token opens again", async () => {
    await world.pass(15 * MINUTE_MS - 1);
    expect([kind(), isLate()]).toEqual(["open", true]);
    await world.pass(1);
    expect(kind()).toBe("ended");
    expect(world.told).toContainEqual({ type: "error", code: "session_ended" });
    await session.giveToken("second");
    expect(kind()).toBe("open");
  });

  test("leaves no way but a token, although the viewer has a session of the own that may see more", async () => {
    world.hasOwnSession = true;
    await world.pass(60 * MINUTE_MS);
    expect(kind()).toBe("ended");
    await session.giveToken("second");
    expect(kind()).toBe("open");
  });

  test("comes at the first look after a sleep", () => {
    world.sleep(60 * MINUTE_MS);
    session.recheck();
    expect(kind()).toBe("ended");
  });

  test("comes also while the server keeps silent", async () => {
    world.exchange = () => new Promise(() => undefined);
    await world.pass(12 * MINUTE_MS);
    void session.giveToken("second");
    await world.pass(3 * MINUTE_MS);
    expect(kind()).toBe("ended");
  });

  test("a credential that the server refuses before its time is replaced at once", async () => {
    session.refused();
    session.refused();
    expect([kind(), world.count("token-needed")]).toEqual(["open", 1]);
    await session.giveToken("second");
    expect(kind()).toBe("open");
  });

  test("of the viewer's own session comes when the server says so", async () => {
    const own = new FakeWorld();
    own.hasOwnSession = true;
    const frame = new EmbedSession(own);
    await frame.start(null);
    own.hasOwnSession = false;
    frame.refused();
    await own.settle();
    expect(frame.access().kind).toBe("ended");
  });
});

test("whatever comes in whatever order, nothing is shown after its time and a good token opens", async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("pass" as const), ms: fc.integer({ min: 0, max: 20 * MINUTE_MS }) }),
    fc.record({ do: fc.constant("sleep" as const), ms: fc.integer({ min: 0, max: 20 * MINUTE_MS }) }),
    fc.record({ do: fc.constantFrom("recheck", "refused", "forged", "down", "up") }),
    fc.record({ do: fc.constant("token" as const), name: fc.string({ minLength: 1 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), async (steps, keepsCookies) => {
      const own = new FakeWorld();
      own.keepsCookies = keepsCookies;
      const frame = new EmbedSession(own);
      await frame.start(null);
      let lastOpenMs = Number.NEGATIVE_INFINITY;
      for (const one of steps) {
        if ("ms" in one) await (one.do === "pass" ? own.pass(one.ms) : own.sleep(one.ms));
        else if ("name" in one) {
          own.goodTokens.add(one.name);
          await frame.giveToken(one.name);
          if (!own.isDown) {
            expect(frame.access().kind).toBe("open");
            lastOpenMs = own.nowMs();
          }
        } else if (one.do === "forged") await frame.giveToken("forged");
        else if (one.do === "recheck") frame.recheck();
        else if (one.do === "refused") frame.refused();
        else own.isDown = one.do === "down";
        await own.settle();
        frame.recheck();
        await own.settle();
        if (own.nowMs() - lastOpenMs >= own.lifeS * 1000) expect(frame.access().kind).not.toBe("open");
      }
    }),
  );
});
