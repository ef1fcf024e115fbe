import { expect, test } from "vitest";
import { writePlainPage } from "./plain-page.ts";

const page = { nonce: "n0nce", basePath: "/rota" } as const;

test.each([
  [401, "zh-CN,zh;q=0.9", "zh-CN", "登录后查看班表"],
  [404, "en-GB", "en", "There is no such page"],
  [405, null, "en", "There is no such page"],
  [404, null, "en", "There is no such page"],
] as const)("%i in %s", async (status, languages, tag, title) => {
  const response = writePlainPage({ ...page, status, languages });
  const html = await response.text();
  expect([response.status, response.headers.get("cache-control")]).toEqual([status, "no-store"]);
  expect(html).toContain(`<html lang="${tag}">`);
  expect(html).toContain(`<h1>${title}</h1>`);
  // The policy lets no other style through, and no script at all is needed.
  expect(html).toContain('<style nonce="n0nce">');
  expect(html).not.toContain("<script");
  expect(html).toContain('<link rel="icon" href="/rota/icon.svg">');
  expect(html.includes('href="/rota/"')).toBe(status !== 401);
  expect(response.headers.get("allow")).toBe(status === 405 ? "GET, HEAD" : null);
});
