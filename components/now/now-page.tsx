"use client";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { NowBoard } from "./now-board.tsx";

/** `/now`: who should be here and is not, what holds each skill, and what changes next. */
export function NowPage() {
  return (
    <DeskPage>
      {({ reading, week, now }) => <NowBoard reading={reading} zone={week.zone} now={now} />}
    </DeskPage>
  );
}
