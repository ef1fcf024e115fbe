"use client";
import { type MouseEvent, useState } from "react";
import { useKnownView } from "#components/filters/use-known-view.ts";
import { useLocale, useView, useWords } from "#components/filters/use-view.tsx";
import { writeChatText } from "#components/grid/chat-text.ts";
import { selectNow } from "#components/grid/select-now.ts";
import { useLeave } from "#components/grid/use-board.ts";
import { buttonClass, cx } from "#components/ui/class-names.ts";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { onDemand, useOnDemand } from "#components/ui/on-demand.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { fetchFile, saveFile } from "#lib/client/download.ts";
import type { Reading } from "#lib/client/fetch-roster.ts";
import type { Instant, Week } from "#lib/schedule/types.ts";
import { errandStore } from "./errands.ts";
import { useAnnounce } from "./live-region.tsx";
import { useSite } from "./site.tsx";

const feedsDialog = onDemand(() =>
  import("#components/feeds/feeds-dialog.tsx").then((module) => module.FeedsDialog),
);

interface ExportMenuProps {
  /** Undefined while the roster has not wholly arrived. */
  readonly reading: Reading | undefined;
  readonly week: Week;
  readonly now: Instant;
}

const ENTRY = "flex h-9 w-full items-center gap-2.5 rounded-control px-2 text-left text-body hover:bg-sunken";

/** Takes what the board shows elsewhere: as a file, on paper, or as text for a chat. Always exactly what is shown. */
export function ExportMenu({ reading, week, now }: ExportMenuProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [areFeedsOpen, setFeedsOpen] = useState(false);
  const { Layer: FeedsDialog } = useOnDemand(feedsDialog, areFeedsOpen, () => setFeedsOpen(false));
  const subscribe = () => {
    setOpen(false);
    setFeedsOpen(true);
  };
  return (
    <>
      <Popover
        open={open}
        onOpenChange={setOpen}
        align="end"
        title={words.actions.export}
        triggerLabel={words.actions.export}
        triggerClass={buttonClass("outline")}
        trigger={
          <>
            <Icon name="download" />
            <span className="max-xl:sr-only">{words.actions.export}</span>
          </>
        }
      >
        {reading === undefined ? (
          <p className="text-body text-ink-2">{words.states.loading}</p>
        ) : (
          <ExportEntries
            reading={reading}
            week={week}
            now={now}
            onSubscribe={subscribe}
            onDone={() => setOpen(false)}
          />
        )}
      </Popover>
      {reading !== undefined && FeedsDialog && (
        <FeedsDialog roster={reading.roster} agentId={null} open={areFeedsOpen} onOpenChange={setFeedsOpen} />
      )}
    </>
  );
}

interface ExportEntriesProps {
  readonly reading: Reading;
  readonly week: Week;
  readonly now: Instant;
  readonly onSubscribe: () => void;
  readonly onDone: () => void;
}

function ExportEntries(props: ExportEntriesProps) {
  const { reading, week, now, onSubscribe, onDone } = props;
  const { resolved, hrefOf } = useView();
  const { view } = useKnownView(reading.roster);
  const { basePath, seesAll } = useSite();
  const words = useWords();
  const locale = useLocale();
  const announce = useAnnounce();
  const leaveOf = useLeave(reading.roster.desk.timeZone);
  // The file must start its week where the screen does, also where a cookie says so, and the API refuses the unknown.
  const { skill, department } = view;
  const hrefFor = (format: string) =>
    basePath + hrefOf({ start: resolved.start, skill, department }, `/api/export/${format}`);

  const copy = async () => {
    const rows = selectNow(reading.roster, view, week, now, leaveOf);
    const deskName = reading.roster.desk.name;
    await navigator.clipboard.writeText(writeChatText({ deskName, rows, week, locale, words }));
    announce(words.actions.copied);
    onDone();
  };
  // A link, so that it can be copied, or saved with the browser's own means.
  const save = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { href } = event.currentTarget;
    void errandStore.start("file", async (signal) => saveFile(await fetchFile(href, signal)));
    onDone();
  };
  const print = () => {
    onDone();
    window.print();
  };
  return (
    <>
      <p className="mb-2 max-w-64 text-small text-ink-2">{words.download.scope}</p>
      {seesAll && (
        <>
          <a className={ENTRY} href={hrefFor("csv")} download onClick={save}>
            <EntryText icon="doc" text={words.download.csv} />
          </a>
          <a className={ENTRY} href={hrefFor("ics")} download onClick={save}>
            <EntryText icon="clock" text={words.download.ics} />
          </a>
        </>
      )}
      <button type="button" className={ENTRY} onClick={copy}>
        <EntryText icon="chat" text={words.download.text} />
      </button>
      <button type="button" className={ENTRY} onClick={print}>
        <EntryText icon="board" text={words.download.print} />
      </button>
      {seesAll && (
        <button type="button" className={cx(ENTRY, "mt-2 border-t border-line")} onClick={onSubscribe}>
          <EntryText icon="bell" text={words.download.subscribe} />
        </button>
      )}
    </>
  );
}

function EntryText({ icon, text }: { readonly icon: IconName; readonly text: string }) {
  return (
    <>
      <Icon name={icon} className="text-ink-2" />
      {text}
    </>
  );
}
