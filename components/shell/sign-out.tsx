"use client";
import { useWords } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { signOut } from "#lib/client/sign-out.ts";
import { errandStore } from "./errands.ts";
import { useSite } from "./site.tsx";
import { useIsRunning } from "./use-errands.ts";

/** Who looks, and the way out; nothing where nobody signed in here. */
export function SignOut() {
  const { basePath, signedInAs } = useSite();
  const { signIn } = useWords();
  const isLeaving = useIsRunning("signOut");
  if (signedInAs === null) return null;
  return (
    <div className="flex items-center justify-between gap-3 border-t border-line pt-3">
      <span className="min-w-0 text-body">
        <span className="block text-small text-ink-2">{signIn.as}</span>
        <bdi className="block truncate font-medium">{signedInAs}</bdi>
      </span>
      <Button
        icon="away"
        disabled={isLeaving}
        onClick={() => void errandStore.start("signOut", (signal) => signOut(basePath, signal))}
      >
        {signIn.out}
      </Button>
    </div>
  );
}
