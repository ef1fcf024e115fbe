"use client";
import { useState } from "react";
import { useWords } from "#components/filters/use-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { onDemand, useOnDemand } from "#components/ui/on-demand.tsx";
import type { Note } from "#lib/schedule/notes.ts";
import type { Agent } from "#lib/schedule/types.ts";

const checkList = onDemand(() => import("./check-list.tsx").then((module) => module.CheckList));

interface CheckButtonProps {
  readonly notes: readonly Note[];
  readonly agents: readonly Agent[];
}

/** How many findings there are about the schedules; pressed, it lists them. */
export function CheckButton({ notes, agents }: CheckButtonProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { Layer: CheckList } = useOnDemand(checkList, isOpen, () => setOpen(false));
  return (
    <>
      <Button icon="lint" look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.exception.toCheck(notes.length)}
      </Button>
      <Dialog title={words.check.title} closeLabel={words.actions.close} open={isOpen} onOpenChange={setOpen}>
        {CheckList && <CheckList notes={notes} agents={agents} />}
      </Dialog>
    </>
  );
}
