"use client";

import { createContext, type ReactNode, use, useCallback, useState } from "react";

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** One polite voice for the whole page; what it says is not seen. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: "", turn: 0 });
  // A no-break space makes the same words a change, so that they are read again.
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <output aria-live="polite" className="sr-only">
        {said.text}
        {said.turn % 2 === 0 ? "" : "\u00a0"}
      </output>
    </AnnounceContext>
  );
}

/** Says something to those who listen rather than look. */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext);
}
