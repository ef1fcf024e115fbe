"use client";
import { Notice } from "#components/ui/notice.tsx";
import type { Nameable } from "#lib/schedule/known.ts";
import { useKnownView } from "./use-known-view.ts";
import { useLocale, useView, useWords } from "./use-view.tsx";

/** Says which skills and departments of the address the desk does not have; dismissing takes them out of the address. */
export function UnknownFilterNotice({ roster }: { readonly roster: Nameable }) {
  const { setView } = useView();
  const { address, actions } = useWords();
  const locale = useLocale();
  const { view, unknown } = useKnownView(roster);
  if (unknown.length === 0) return null;
  const { skill, department } = view;
  return (
    <Notice
      icon="alert"
      text={address.unknown(unknown.join(locale === "zh" ? "、" : ", "))}
      dismissLabel={actions.dismiss}
      onDismiss={() => setView({ skill, department }, "replace")}
    />
  );
}
