"use client";

import { Notice } from "#components/ui/notice.tsx";
import { DEFAULT_VIEW } from "#lib/contract/view.ts";
import { useLocale, useView, useWords } from "./use-view.tsx";

/** Says which values of the address meant nothing; dismissing takes them out of the address. */
export function UnusableNotice() {
  const { unusable, setView } = useView();
  const { address, actions } = useWords();
  const locale = useLocale();
  if (unusable.length === 0) return null;
  const names = unusable.map((key) => address.keys[key]).join(locale === "zh" ? "、" : ", ");
  const usual = Object.fromEntries(unusable.map((key) => [key, DEFAULT_VIEW[key]]));
  return (
    <Notice
      icon="alert"
      text={address.unusable(names)}
      dismissLabel={actions.dismiss}
      onDismiss={() => setView(usual, "replace")}
    />
  );
}
