"use client";
import { useLocale, useView, useWords } from "#components/filters/use-view.tsx";
import { useNowMinute } from "#components/now/use-clock.ts";
import { useAged } from "#components/shell/freshness.tsx";
import { useSite } from "#components/shell/site.tsx";
import { useReading } from "#components/shell/use-reading.ts";
import { useSessionEnd } from "#components/shell/use-session-end.ts";
import { Message } from "#components/ui/message.tsx";
import { WallBoard } from "./wall-board.tsx";
import { WallHeader } from "./wall-header.tsx";

/**
 * `/wall`: the present for a television across the room. It has no controls, is dark unless the address says
 * otherwise, reads again by itself on the server's rhythm and keeps nothing but the last answer.
 */
export function WallPage() {
  const { renderedAt } = useSite();
  const { view } = useView();
  const words = useWords();
  const locale = useLocale();
  const desk = useReading();
  const { reading } = desk;
  useSessionEnd(desk);
  const now = useNowMinute(reading?.clock, renderedAt);
  const aged = useAged(reading) || (reading !== undefined && desk.error !== null);
  const telling = { now, zone: view.zone ?? desk.desk.timeZone, locale, words };
  return (
    <div
      data-theme={view.theme === null ? "dark" : undefined}
      className="wall fixed inset-0 flex items-center justify-center overflow-hidden bg-canvas text-ink"
    >
      <div className={`wall-stage flex flex-col gap-6 p-12 ${aged ? "border-8 border-danger" : ""}`}>
        <WallHeader desk={desk} aged={aged} telling={telling} />
        <main id="main" className="flex min-h-0 flex-1 flex-col">
          {reading !== undefined ? (
            <WallBoard reading={reading} telling={telling} aged={aged} />
          ) : desk.error !== null ? (
            <Message
              icon="cloud-off"
              title={words.states.neverReadTitle}
              detail={words.states.neverReadDetail}
            />
          ) : (
            <Message icon="refresh" title={words.states.loading} detail="" />
          )}
        </main>
      </div>
    </div>
  );
}
