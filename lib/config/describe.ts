import { GROUPS, type GroupName, SETTING_NAMES, SETTINGS, type Setting, type SettingName } from "./schema.ts";

/** The settings in words, for people. Tests hold `.env.example` and the README to what these give. */

/** Marks in README.md between which the table stands. */
export const TABLE_START = "<!-- settings:start -->";
export const TABLE_END = "<!-- settings:end -->";

/** The whole text of `.env.example`: every setting commented out, with its default where it has one. */
export function describeAsEnvironment(): string {
  const head = [
    "# Settings of Helpdesk Rota. Copy this file to .env.local, or set them in the environment.",
    "# An empty value counts as unset. Made from lib/config/schema.ts by `npm run settings`.",
  ];
  return [...head, ...groups().flatMap(describeGroup)].join("\n").concat("\n");
}

function describeGroup([group, names]: readonly [GroupName, readonly SettingName[]]): readonly string[] {
  const heading = ["", `# --- ${GROUPS[group]} ---`];
  return [...heading, ...names.flatMap((name) => describeLines(name, SETTINGS[name]))];
}

function describeLines(name: SettingName, setting: Setting<unknown>): readonly string[] {
  const plain = [setting.meaning, ...notes(setting)].join(" ").replaceAll("`", "");
  const unset =
    setting.fallbackWords === undefined ? [] : [`Default: ${setting.fallbackWords.replaceAll("`", "")}.`];
  return [
    "",
    ...wrap([plain, ...unset].join(" "), 98).map((line) => `# ${line}`),
    `#${name}=${setting.fallback ?? ""}`,
  ];
}

/** The README's table, between its marks. */
export function describeAsTable(): string {
  const rows = SETTING_NAMES.map((name) => {
    const setting: Setting<unknown> = SETTINGS[name];
    const unset = setting.fallbackWords ?? (setting.fallback === null ? "" : `\`${setting.fallback}\``);
    return `| \`${name}\` | ${unset} | ${[setting.meaning, ...notes(setting)].join(" ").replaceAll("|", "\\|")} |`;
  });
  return [TABLE_START, "| name | default | meaning |", "| --- | --- | --- |", ...rows, TABLE_END].join("\n");
}

function notes({ kind, required }: Setting<unknown>): readonly string[] {
  const form = kind.form === "" ? [] : [`(${kind.form})`];
  return required === undefined ? form : [...form, `Required ${required}.`];
}

function groups(): readonly (readonly [GroupName, readonly SettingName[]])[] {
  const byGroup = Map.groupBy(SETTING_NAMES, (name) => SETTINGS[name].group);
  return [...byGroup.entries()];
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
