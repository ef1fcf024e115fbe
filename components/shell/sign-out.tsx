"use client";
import { useEffect, useState } from "react";
import { useWords } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { useProgress } from "#components/ui/progress.ts";
import { signOut } from "#lib/client/sign-out.ts";
import { useSite } from "./site.tsx";

/** Who looks, and the way out; nothing where nobody signed in here. */
export function SignOut() {
  const { basePath, signedInAs } = useSite();
  const { signIn, progress } = useWords();
  const [attempt, setAttempt] = useState<AbortController | null>(null);
  // Escape closes the menu that this stands in, and thereby says no.
  useEffect(() => () => attempt?.abort(), [attempt]);
  useProgress(attempt !== null, progress.signOut, () => setAttempt(null));
  if (signedInAs === null) return null;
  const leave = () => {
    const own = new AbortController();
    setAttempt(own);
    void signOut(basePath, own.signal);
  };
  return (
    <div className="flex items-center justify-between gap-3 border-t border-line pt-3">
      <span className="min-w-0 text-body">
        <span className="block text-small text-ink-2">{signIn.as}</span>
        <bdi className="block truncate font-medium">{signedInAs}</bdi>
      </span>
      <Button icon="away" disabled={attempt !== null} onClick={leave}>
        {signIn.out}
      </Button>
    </div>
  );
}
