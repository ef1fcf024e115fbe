"use client";
import { useView, useWords } from "#components/filters/use-view.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSite } from "./site.tsx";

/** The address names a desk that is not served here: the first one is shown instead, and says so. */
export function UnknownDeskNotice() {
  const { view, setView } = useView();
  const { desks } = useSite();
  const { address, actions } = useWords();
  if (view.desk === null || desks.some(({ key }) => key === view.desk)) return null;
  return (
    <Notice
      icon="alert"
      text={address.unusable(address.keys.desk)}
      dismissLabel={actions.dismiss}
      onDismiss={() => setView({ desk: null }, "replace")}
    />
  );
}
