import { expect, onTestFinished, test, vi } from "vitest";
import { realClock } from "#lib/roster/testing/real-clock.ts";
import { openPostgres } from "./postgres.ts";
import { hearPostgres } from "./postgres-news.ts";
import { startTcpProxy } from "./testing/tcp-proxy.ts";
import { withPostgres } from "./testing/with-postgres.ts";

withPostgres("news between processes on PostgreSQL", (server) => {
  test("comes at once, and again by itself after the line was cut", async () => {
    const url = new URL(await server().newDatabase());
    const proxy = await startTcpProxy(Number(url.port));
    const engine = await openPostgres(url.href);
    url.port = String(proxy.port);
    const news = hearPostgres(url.href, realClock);
    onTestFinished(async () => {
      await news.close();
      await engine.close();
      await proxy.close();
    });
    let heard = 0;
    news.onNews(() => heard++);
    const next = async () => {
      const before = heard;
      await vi.waitFor(() => expect(heard).toBeGreaterThan(before), { timeout: 10_000, interval: 20 });
    };
    // A new connection counts as news.
    await next();
    const told = next();
    await engine.tell();
    await told;

    proxy.set("refuse");
    await engine.tell();
    proxy.set("whole");
    await next();
    const again = next();
    await engine.tell();
    await again;
  });

  test("whoever has ended listening hears nothing more", async () => {
    const url = await server().newDatabase();
    const engine = await openPostgres(url);
    const news = hearPostgres(url, realClock);
    onTestFinished(async () => {
      await news.close();
      await engine.close();
    });
    const heard = { first: 0, second: 0 };
    const end = news.onNews(() => heard.first++);
    news.onNews(() => heard.second++);
    await vi.waitFor(() => expect(heard.second).toBe(1), { timeout: 10_000, interval: 20 });
    const before = heard.first;
    end();
    await engine.tell();
    await vi.waitFor(() => expect(heard.second).toBe(2), { timeout: 10_000, interval: 20 });
    expect(heard.first).toBe(before);
  });
});
