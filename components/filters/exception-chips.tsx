"use client";
import { Chip } from "#components/ui/chip.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useView, useWords } from "./use-view.tsx";

/** The kinds of exception that the rows are narrowed to; pressing one takes it back. */
export function ExceptionChips() {
  const { view, setView } = useView();
  const { exceptionOf } = useWords();
  return view.exception.map((kind) => (
    <Chip
      key={kind}
      pressed
      mark={<Icon name="alert" />}
      label={exceptionOf[kind]}
      onClick={() => setView({ exception: view.exception.filter((one) => one !== kind) })}
    />
  ));
}
