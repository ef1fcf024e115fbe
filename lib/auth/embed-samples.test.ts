import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asInstant } from "#lib/schedule/types.ts";
import { readEmbedToken } from "./embed-token.ts";
import { PORTAL_KEY } from "./testing/portal-token.ts";

/** The samples of docs/embed.md are run as they stand there, and what they sign is judged like a portal's token. */

const DOCUMENT = readFileSync("docs/embed.md", "utf8");
const RULES = { appUrl: "https://rota.example.com", embedKeys: [PORTAL_KEY], deskKeys: ["main"] };
const VIEWER = "文佳 <jia.wen>";
const DEPARTMENT = "质检,合规";

function sampleOf(heading: string): string {
  const section = DOCUMENT.split(`### ${heading}\n`)[1] ?? "";
  return section.match(/```\w+\n([\s\S]*?)```/)?.[1] ?? "";
}

function run(program: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout.trim();
}

const call = JSON.stringify({
  kid: PORTAL_KEY.kid,
  key: PORTAL_KEY.key,
  rotaUrl: RULES.appUrl,
  viewer: VIEWER,
  narrow: { departments: [DEPARTMENT] },
});

const inNode = () =>
  run(process.execPath, [
    "--input-type=module",
    "-e",
    `${sampleOf("Signing with Node")}\nconsole.log(signRotaToken(${call}));`,
  ]);

const inPython = () =>
  run("python3", [
    "-c",
    `${sampleOf("Signing with Python")}
import sys
given = json.loads(sys.argv[1])
print(sign_rota_token(given["kid"], given["key"], given["rotaUrl"], given["viewer"], given["narrow"]))`,
    call,
  ]);

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const SAMPLES = [["Node", inNode] as const, ...(hasPython ? [["Python", inPython] as const] : [])];

describe.each(SAMPLES)("the sample in %s", (_, sign) => {
  test("signs tokens that are taken, each with an id of its own", async () => {
    const now = asInstant(Date.now());
    const [first, second] = await Promise.all([sign(), sign()].map((one) => readEmbedToken(one, RULES, now)));
    expect(first).toMatchObject({
      kid: PORTAL_KEY.kid,
      subject: VIEWER,
      scope: { desk: null, skills: null, departments: [DEPARTMENT] },
    });
    expect(first?.useId).not.toBe(second?.useId);
  });
});
