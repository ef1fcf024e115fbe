import { SETTING_NAMES, SETTINGS, type SettingName, type Values } from "./schema.ts";

/** The variables of a process, as `process.env` gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface ReadValues {
  /** The default stands in for a setting that is faulty. */
  readonly values: Values;
  /** The names that are set, faulty ones too; blank text does not count. */
  readonly given: ReadonlySet<SettingName>;
  /** One line a fault, `NAME: what is wrong`. */
  readonly faults: readonly string[];
}

/** Reads each setting alone, by its kind. Rules that span several are in lib/config/rules.ts. */
export function readValues(environment: Environment): ReadValues {
  const faults: string[] = [];
  const given = new Set<SettingName>();
  const entries = SETTING_NAMES.map((name): [SettingName, unknown] => {
    const text = environment[name] ?? "";
    const { kind, fallback } = SETTINGS[name];
    const standing = fallback === null ? null : readValue(kind.read(fallback));
    if (text.trim() === "") return [name, standing];
    given.add(name);
    const reading = kind.read(text);
    if ("value" in reading) return [name, reading.value];
    faults.push(...reading.faults.map((fault) => `${name}: ${fault}`));
    return [name, standing];
  });
  // The type system cannot follow a value from its kind through a list of entries.
  return { values: Object.fromEntries(entries) as unknown as Values, given, faults };
}

function readValue(reading: { readonly value: unknown } | { readonly faults: readonly string[] }): unknown {
  return "value" in reading ? reading.value : null;
}
