import { cx } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

const LOOKS = {
  field: "h-control rounded-control border border-control bg-surface pr-8 pl-3 text-body hover:bg-sunken",
  text: "min-h-6 rounded-chip bg-transparent pr-6 text-body font-semibold hover:text-accent-ink",
  // Where its container has no room for the words, the icon alone: a cut word would say less.
  caption:
    "min-h-6 rounded-chip bg-transparent text-small text-ink-2 hover:text-ink @max-[6.75rem]:w-6 @max-[6.75rem]:text-transparent",
} as const;

interface SelectProps<V extends string> {
  /** What is chosen: the accessible name. */
  readonly label: string;
  readonly icon?: IconName;
  readonly look?: keyof typeof LOOKS;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}

/** One choice of a few: the browser's own control, which every hand, voice and phone knows, in our clothes. */
export function Select<V extends string>({
  label,
  icon,
  look = "field",
  value,
  choices,
  onChange,
}: SelectProps<V>) {
  const choose = (given: string) => {
    const choice = choices.find((one) => one.value === given);
    if (choice) onChange(choice.value);
  };
  return (
    <span className="relative inline-flex min-w-0 shrink-0 items-center">
      {icon && (
        <Icon
          name={icon}
          className={cx("pointer-events-none absolute", look === "field" ? "left-3" : "left-0")}
        />
      )}
      <select
        aria-label={label}
        title={label}
        value={value}
        onChange={(event) => choose(event.target.value)}
        className={cx(
          "max-w-60 cursor-pointer appearance-none truncate text-ink [field-sizing:content]",
          LOOKS[look],
          icon && (look === "field" ? "pl-9" : "pl-5"),
        )}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} className="bg-raised font-normal text-ink">
            {choice.label}
          </option>
        ))}
      </select>
      {look !== "caption" && (
        <Icon
          name="down"
          className={cx(
            "pointer-events-none absolute text-ink-3",
            look === "field" ? "right-2.5" : "right-0",
          )}
        />
      )}
    </span>
  );
}
