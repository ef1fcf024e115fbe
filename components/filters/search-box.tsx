"use client";

import { type Ref, useState } from "react";
import { IconButton } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { SEARCH_MAX } from "#lib/contract/view.ts";
import { useView, useWords } from "./use-view.tsx";

interface SearchBoxProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly className?: string;
}

/**
 * The search text. The address holds it trimmed, so what is being typed ("li ", or half a Chinese word) is
 * kept here as long as it says the same; Back and Clear win over it.
 */
export function SearchBox({ ref, className = "" }: SearchBoxProps) {
  const { view, setView } = useView();
  const { filter } = useWords();
  const [typed, setTyped] = useState(view.q);
  const [isComposing, setComposing] = useState(false);
  const shown = isComposing || typed.trim() === view.q ? typed : view.q;
  const search = (text: string) => {
    setTyped(text);
    setView({ q: text.trim() }, "replace");
  };
  return (
    <div
      className={`flex h-control items-center gap-1.5 rounded-control border border-control bg-surface pr-1.5 pl-2.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent ${className}`}
    >
      <Icon name="search" className="text-ink-3" />
      <input
        ref={ref}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={SEARCH_MAX}
        aria-label={filter.search}
        aria-keyshortcuts="/"
        placeholder={filter.search}
        value={shown}
        onChange={(event) => (isComposing ? setTyped(event.target.value) : search(event.target.value))}
        onCompositionStart={() => {
          setTyped(shown);
          setComposing(true);
        }}
        onCompositionEnd={(event) => {
          setComposing(false);
          search(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          // While composing, the key is the input method's.
          if (event.key !== "Escape" || shown === "" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          search("");
        }}
        className="h-full min-w-0 flex-1 bg-transparent text-body text-ink outline-none"
      />
      {shown === "" ? (
        <span aria-hidden="true" className="max-md:hidden">
          <Kbd>/</Kbd>
        </span>
      ) : (
        <IconButton icon="close" label={filter.clearSearch} className="size-6" onClick={() => search("")} />
      )}
    </div>
  );
}
