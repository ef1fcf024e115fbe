"use client";
import { SkillPicker } from "#components/filters/skill-picker.tsx";
import { useView, useWords } from "#components/filters/use-view.tsx";
import { Board } from "#components/grid/board.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { EmbedFrame } from "./embed-frame.tsx";
import { FrameFoot } from "./frame-parts.tsx";

/** The week of every agent in a frame: as tall as its rows, and scrolling inside from the eleventh on. */
export function EmbedBoard() {
  const { view, setView } = useView();
  const { filter } = useWords();
  return (
    <EmbedFrame
      view="board"
      controls={({ roster }) => (
        <>
          <SkillPicker skills={roster.skills} />
          <Switch checked={view.on} onChange={(on) => setView({ on })}>
            {filter.onShift}
          </Switch>
        </>
      )}
    >
      {({ desk, ...content }) => (
        <div className="flex max-h-150 min-h-0 flex-1 flex-col">
          <Board
            {...content}
            frameFoot={(shown, total) => (
              <FrameFoot view="board" desk={desk} count={filter.shown(shown, total)} />
            )}
          />
        </div>
      )}
    </EmbedFrame>
  );
}
