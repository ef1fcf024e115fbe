import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { routeNameOf } from "./telemetry/route-names.ts";

/**
 * The house of docs/architecture.md as data, held against every file. A room is a folder of lib, or app,
 * components, e2e, or `root` for what the framework forces there. `lib/x/` stands for a whole room.
 */
const DOMAIN = ["lib/schedule/", "lib/errors.ts"];
const BROWSER = [...DOMAIN, "lib/contract/", "lib/i18n/", "lib/export/", "lib/client/", "components/"];
const SERVER_ROOMS = ["config", "feishu", "roster", "store", "auth", "telemetry", "server"];

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "lib/errors.ts": [],
  "lib/turns.ts": [],
  "lib/schedule": [],
  "lib/contract": DOMAIN,
  "lib/i18n": DOMAIN,
  "lib/export": [...DOMAIN, "lib/turns.ts"],
  "lib/config": [...DOMAIN, "lib/roster/ports.ts"],
  "lib/store": [
    "lib/errors.ts",
    "lib/turns.ts",
    "lib/schedule/types.ts",
    "lib/contract/",
    "lib/roster/ports.ts",
    "lib/roster/store-port.ts",
  ],
  "lib/telemetry": ["lib/config/"],
  "lib/feishu": [...DOMAIN, "lib/turns.ts", "lib/roster/ports.ts", "lib/telemetry/"],
  "lib/roster": [...DOMAIN, "lib/turns.ts", "lib/contract/", "lib/telemetry/"],
  "lib/auth": ["lib/errors.ts", "lib/schedule/types.ts"],
  "lib/sample-desk": ["lib/feishu/wire.ts"],
  "lib/server": [
    ...DOMAIN,
    "lib/turns.ts",
    "lib/contract/",
    "lib/i18n/",
    "lib/export/",
    "lib/sample-desk/",
    ...serverRooms(),
  ],
  "lib/client": BROWSER,
  components: BROWSER,
  app: [
    "lib/server/",
    "lib/roster/",
    "lib/auth/",
    "lib/contract/",
    "lib/export/",
    "lib/i18n/",
    "lib/errors.ts",
    "components/",
  ],
  root: ["lib/server/", "lib/auth/", "lib/config/"],
  e2e: [
    "lib/sample-desk/",
    "lib/feishu/wire.ts",
    "lib/contract/",
    "lib/schedule/types.ts",
    "lib/store/testing/",
  ],
};

/** What tests may use beside their room's own: the contract to hold it to, and the stand-ins for the world. */
const TESTS_MAY_IMPORT = [
  "lib/turns.ts",
  "lib/contract/",
  "lib/sample-desk/",
  "lib/store/memory-store.ts",
  "lib/roster/testing/",
];

/** Packages that only some places know. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  next: ["app/", "components/", "lib/server/", "proxy.ts"],
  react: ["app/", "components/", "lib/client/", "lib/server/"],
  "@date-fns/tz": ["lib/schedule/zone.ts"],
  "@tanstack/react-query": ["lib/client/", "components/"],
  "@base-ui/react": ["components/"],
  pino: ["lib/telemetry/"],
  "prom-client": ["lib/telemetry/"],
  "pinyin-pro": ["lib/roster/keys.ts"],
  "rate-limiter-flexible": ["lib/auth/throttle.ts"],
};

const LONGEST_FILE = 350;

function serverRooms(): readonly string[] {
  return SERVER_ROOMS.map((room) => `lib/${room}/`);
}

type Files = ReadonlyMap<string, string>;
type Rule = (path: string, text: string, files: Files) => readonly string[];

const isTest = (path: string) => /\.(test|spec)\.tsx?$|\/testing\/|^e2e\//.test(path);
const isBelow = (path: string, places: readonly string[]) =>
  places.some((place) => (place.endsWith("/") ? path.startsWith(place) : path === place));

function roomOf(path: string): string {
  const [top, room] = path.split("/");
  if (room === undefined) return "root";
  return top === "lib" ? `lib/${room}` : (top ?? "");
}

/** What a file imports: paths of ours, and packages by their first part. */
function importsOf(
  path: string,
  text: string,
): { readonly ours: readonly string[]; readonly theirs: readonly string[] } {
  const found = text.matchAll(/(?:^import|^export|^\} from|\bimport\()[^;"']*?["']([^"']+)["']/gm);
  const targets = [...found].flatMap(([, target]) => target ?? []);
  const ours = targets
    .filter((target) => /^[.#]/.test(target))
    .map((target) => (target.startsWith("#") ? target.slice(1) : join(dirname(path), target)));
  const theirs = targets.filter((target) => !/^[.#]/.test(target));
  return { ours, theirs };
}

const importsOnlyItsRooms: Rule = (path, text) => {
  const room = roomOf(path);
  const extra = isTest(path) && room !== "e2e" ? TESTS_MAY_IMPORT : [];
  const allowed = [...(MAY_IMPORT[room] ?? []), ...extra];
  return importsOf(path, text)
    .ours.filter((target) => /\.tsx?$/.test(target) && roomOf(target) !== room && !isBelow(target, allowed))
    .map((target) => `may not import ${target}`);
};

const knowsOnlyItsPackages: Rule = (path, text) =>
  Object.entries(PACKAGES).flatMap(([name, places]) => {
    const used = importsOf(path, text).theirs.some(
      (target) => target === name || target.startsWith(`${name}/`),
    );
    return used && !isTest(path) && !isBelow(path, places) ? [`may not know ${name}`] : [];
  });

const readsNoEnvironment: Rule = (path, text) => {
  const reads = withoutWords(text)
    .replaceAll('process.env.NEXT_RUNTIME === "nodejs"', "")
    .includes("process.env");
  return reads && !isTest(path) && !isBelow(path, ["lib/config/"]) ? ["may not read process.env"] : [];
};

/** Paths that a file loads when it runs; what it only takes types from is not loaded. */
function valueImportsOf(path: string, text: string): ReturnType<typeof importsOf> {
  return importsOf(path, text.replace(/^(import|export) type [^;]+;/gm, ""));
}

/** The browser reads our own JSON without a schema library (docs/adr/0017-what-a-first-visit-loads.md), whichever file asks for it. */
const loadsNoSchemaLibrary: Rule = (path, text, files) => {
  if (!isBelow(path, ["components/", "lib/client/"]) || isTest(path)) return [];
  const loads = [path];
  for (const file of loads) {
    const { ours, theirs } = valueImportsOf(file, files.get(file) ?? text);
    if (theirs.some((target) => target.startsWith("zod"))) return [`loads zod through ${file}`];
    loads.push(...ours.filter((target) => !loads.includes(target)));
  }
  return [];
};

/** A page loads the words of the language on screen alone, each from the one file that is loaded for it. */
const loadsOneLanguage: Rule = (path, text) => {
  const concerned = isBelow(path, ["components/", "lib/client/", "lib/i18n/"]) && !isTest(path);
  const excepted = /^components\/filters\/language-\w+\.tsx$|^lib\/i18n\/catalogues\.ts$/.test(path);
  if (!concerned || excepted) return [];
  return valueImportsOf(path, text)
    .ours.filter((target) => /^lib\/i18n\/(zh|en|catalogues)\.ts$/.test(target))
    .map((target) => `loads ${target} for every language`);
};

/** Sockets and secrets; the sample desk holds none but its own, and runs on plain Node. */
const GUARDED = /from "node:(net|tls|https?|crypto)"|\bfetch\(|process\.env|\b(appSecret|helpdeskToken)\b/;
const guardsItsSecrets: Rule = (path, text) => {
  const concerned = isBelow(path, serverRooms()) && !isTest(path) && GUARDED.test(withoutWords(text));
  return concerned && !text.startsWith('import "server-only";\n')
    ? ['must begin with import "server-only"']
    : [];
};
/** The code alone: neither a comment nor an interface that names a secret holds one. */
const withoutWords = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^(export )?interface [\s\S]*?^\}/gm, "");

const isShort: Rule = (path, text) => {
  const lines = text.split("\n").length - 1;
  const excepted = /^lib\/i18n\/(zh|en)\.ts$/.test(path);
  return lines > LONGEST_FILE && !excepted ? [`has ${lines} lines, over ${LONGEST_FILE}`] : [];
};

const mocksNoModule: Rule = (_, text) => (/\bvi\.(do)?[mM]ock\(/.test(text) ? ["mocks a module"] : []);

const hasNoDefault: Rule = (path, text) => {
  const wanted = /^app\/|\.config\.ts$/.test(path);
  return /^export default /m.test(text) && !wanted ? ["has a default export"] : [];
};

const isWellPlaced: Rule = (path) =>
  /(^|\/)(src|utils?|helpers?|common|misc)(\/|\.)/.test(path) || /[A-Z_]/.test(path.replace(/\[.*?\]/g, ""))
    ? ["has a name that says nothing, or is not kebab-case"]
    : [];

const RULES = [
  importsOnlyItsRooms,
  knowsOnlyItsPackages,
  readsNoEnvironment,
  loadsNoSchemaLibrary,
  loadsOneLanguage,
  guardsItsSecrets,
  isShort,
  mocksNoModule,
  hasNoDefault,
  isWellPlaced,
];

function findBreaches(files: Files): readonly string[] {
  const ofFile = ([path, text]: readonly [string, string]) =>
    RULES.flatMap((rule) => rule(path, text, files)).map((breach) => `${path} ${breach}`);
  return [...files].flatMap(ofFile);
}

// This file plants breaches; the contestants of the bench are not ours.
const exclude = ["next-env.d.ts", "lib/architecture.test.ts", "e2e/bench/node_modules/**"];
const sources = globSync(["{app,components,lib,e2e}/**/*.{ts,tsx}", "*.ts"], { exclude });
const files = new Map(sources.map((path) => [path, readFileSync(path, "utf8")]));

/** An address that this file of app answers, with `x` for a part that varies. */
const addressOf = (path: string) =>
  path
    .replace(/^app|\/(page\.tsx|route\.ts)$|\/\([^)]+\)/g, "")
    .replace(/\/\[\[?\.\.\..+\]\]?/, "/*")
    .replace(/\[[^\]]+\]/g, "x") || "/";
const isUnnamed = (path: string) => ["other", "/api/*"].includes(routeNameOf(path));

describe("the house", () => {
  test("every file keeps to it", () => {
    expect(files.size).toBeGreaterThan(100);
    expect(findBreaches(files)).toEqual([]);
  });

  test("every room is in the table", () => {
    const rooms = new Set([...files.keys()].filter((path) => !isTest(path)).map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  test("every page and route has a name of its own in lib/telemetry/route-names.ts", () => {
    const paths = [...files.keys()].filter((path) => /^app\/.*(page\.tsx|route\.ts)$/.test(path));
    const unnamed = paths.map(addressOf).filter((path) => path !== "/api/*" && isUnnamed(path));
    expect(paths.length).toBeGreaterThan(10);
    expect(unnamed).toEqual([]);
  });

  test.each([
    ["lib/schedule/x.ts", 'import { Feed } from "#lib/roster/feed.ts";', "may not import lib/roster/feed.ts"],
    [
      "lib/schedule/x.ts",
      'import {\n  a,\n} from "../contract/view.ts";',
      "may not import lib/contract/view.ts",
    ],
    [
      "components/x.tsx",
      'const a = await import("#lib/config/schema.ts");',
      "may not import lib/config/schema.ts",
    ],
    ["lib/feishu/x.ts", 'import { headers } from "next/headers";', "may not know next"],
    ["lib/i18n/x.ts", 'export { tz } from "@date-fns/tz";', "may not know @date-fns/tz"],
    ["lib/auth/x.ts", 'import "server-only";\nconst a = process.env.A;', "may not read process.env"],
    ["components/x.tsx", 'import { z } from "zod/mini";', "loads zod through components/x.tsx"],
    [
      "components/x.tsx",
      'import { wordsOf } from "#lib/i18n/catalogues.ts";',
      "loads lib/i18n/catalogues.ts for every language",
    ],
    ["lib/feishu/x.ts", "await fetch(url);", 'must begin with import "server-only"'],
    ["lib/server/x.ts", "\n".repeat(351), "has 351 lines, over 350"],
    ["lib/server/x.test.ts", `vi.${"mock"}("./a.ts");`, "mocks a module"],
    ["lib/export/x.ts", "export default 1;", "has a default export"],
    ["lib/export/utils/x.ts", "", "has a name that says nothing, or is not kebab-case"],
    ["lib/export/toCsv.ts", "", "has a name that says nothing, or is not kebab-case"],
  ])("a breach in %s is seen", (path, text, breach) => {
    expect(findBreaches(new Map([[path, text]]))).toEqual([`${path} ${breach}`]);
  });
});
