import { errorSchema } from "#lib/contract/answers.ts";
import { expect, test } from "./fixtures/desk-records.ts";
import { TEAM } from "./fixtures/team.ts";

/** Downloads over HTTP: who may have them, what is refused, and what their heads say. */

const VIEWER_KEY = "viewer-key-0123456789";
const keys = JSON.stringify([{ name: "screen", role: "viewer", key: VIEWER_KEY }]);
test.use({ productOptions: { size: TEAM.length, settings: { API_KEYS: keys } } });

const VIEWER = { authorization: `Bearer ${VIEWER_KEY}` };

for (const { path, headers = {}, status, code } of [
  { path: "/api/export/csv", headers: VIEWER, status: 403, code: "forbidden" },
  { path: "/api/export/ics", headers: VIEWER, status: 403, code: "forbidden" },
  { path: "/api/export/csv?desk=nobody", status: 404, code: "not_found" },
  { path: "/api/export/ics?desk=nobody", status: 404, code: "not_found" },
  { path: "/api/export/pdf", status: 404, code: "not_found" },
  { path: "/api/export/csv?status=busy", status: 400, code: "invalid" },
  { path: "/api/export/csv?skill=gone", status: 400, code: "invalid" },
  { path: "/api/export/csv?department=moon", status: 400, code: "invalid" },
  { path: "/api/export/ics?exception=late", status: 400, code: "invalid" },
  { path: "/api/export/ics?week=2026-02-30", status: 400, code: "invalid" },
  { path: "/api/export/ics?zone=Mars/Olympus", status: 400, code: "invalid" },
]) {
  test(`${path} is refused as ${code}${status === 403 ? ", to a viewer" : ""}`, async ({ request }) => {
    const response = await request.get(path, { headers });
    expect(response.status()).toBe(status);
    expect(response.headers()["cache-control"]).toBe("no-store");
    const { error } = errorSchema.parse(await response.json());
    expect(error).toMatchObject({ code, requestId: response.headers()["x-request-id"] });
  });
}

for (const { format, type } of [
  { format: "csv", type: /^text\/csv; charset=utf-8/ },
  { format: "ics", type: /^text\/calendar; charset=utf-8$/ },
]) {
  test(`HEAD of ${format} is GET without the body`, async ({ request }) => {
    const path = `/api/export/${format}?status=online`;
    const got = await request.get(path);
    const head = await request.head(path);
    expect([got.status(), head.status()]).toEqual([200, 200]);
    expect((await got.body()).length).toBeGreaterThan(100);
    expect(await head.body()).toHaveLength(0);
    for (const name of ["content-type", "content-disposition", "cache-control"]) {
      expect(head.headers()[name], name).toBe(got.headers()[name]);
    }
    expect(head.headers()["content-type"]).toMatch(type);
    expect(head.headers()["cache-control"]).toBe("no-store");
    expect(head.headers()["content-disposition"]).toMatch(/^attachment; filename=/);
  });
}

test("a viewer may read the roster, the coverage and the notes, and finds no email in them", async ({
  request,
}) => {
  for (const path of ["/api/roster", "/api/coverage", "/api/notes"]) {
    const response = await request.get(path, { headers: VIEWER });
    expect(response.status(), path).toBe(200);
    expect(await response.text()).not.toContain("spruce.example");
  }
});
