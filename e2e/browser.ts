import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** Where a Chromium is found, and what is done where there is none. */

/** Names of the system's browsers, in the order in which they are tried. */
const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const SYSTEM_PATHS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const PLAYWRIGHT = join(import.meta.dirname, "../node_modules/.bin/playwright");

const MISSING =
  "No browser: install Chromium (on Debian as root: apt-get install chromium fonts-noto-cjk), or set CHROMIUM to its path.";

/** The path of a Chromium that starts; otherwise one line that says what to install. */
export function findBrowser(): string | { readonly missing: string } {
  const given = process.env.CHROMIUM ?? "";
  if (given !== "") {
    return starts(given) ? given : { missing: "CHROMIUM: is not the path of a browser that starts." };
  }
  const browser = findInstalled() ?? install();
  if (browser === null) return { missing: MISSING };
  if (!hasChineseFont()) installPackages(["fonts-noto-cjk"]);
  return browser;
}

function findInstalled(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...SYSTEM_PATHS].find(starts) ?? null;
}

/** First as any developer can, then as root of a bare machine. */
function install(): string | null {
  run(PLAYWRIGHT, ["install", "chromium"]);
  const own = findInstalled();
  if (own !== null) return own;
  installPackages(["chromium", "fonts-noto-cjk"]);
  return findInstalled();
}

/** Does nothing where that cannot be done. */
function installPackages(names: readonly string[]): void {
  if (process.getuid?.() !== 0 || !run("apt-get", ["--version"], "ignore")) return;
  run("apt-get", ["update"]);
  run("apt-get", ["install", "-y", "--no-install-recommends", ...names]);
}

/** There, with all the libraries that it needs. */
function starts(path: string): boolean {
  return existsSync(path) && run(path, ["--version"], "ignore");
}

/** Without one every Chinese name is a row of boxes. Unknown counts as there. */
function hasChineseFont(): boolean {
  const { status, stdout } = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  return status !== 0 || stdout.trim() !== "";
}

function run(program: string, args: readonly string[], output: "inherit" | "ignore" = "inherit"): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: ["ignore", output, output], timeout: 600_000, env }).status === 0;
}
