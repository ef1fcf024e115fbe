import { expect, test } from "vitest";
import { wordsOf } from "#lib/i18n/catalogues.ts";
import { makeExpander } from "#lib/schedule/expand.ts";
import { piecesOf } from "#lib/schedule/pieces.ts";
import { agent } from "#lib/schedule/testing/agents.ts";
import type { Agent, WeekBlock } from "#lib/schedule/types.ts";
import { readLocalDate, weekOf } from "#lib/schedule/week.ts";
import { writeChatText } from "./chat-text.ts";

const date = readLocalDate("2026-11-19");
if (date === undefined) throw new Error("no date");
const week = weekOf(date, "mon", "Asia/Shanghai");
const expand = makeExpander("Asia/Shanghai", week);

const offline = (name: string, blocks: readonly WeekBlock[]) =>
  agent(name, { department: "技术支持", status: "offline", week: blocks });
const row = (one: Agent) => ({ agent: one, days: piecesOf(expand(one.week), week) });

test("says each agent's days in words, and that somebody has no hours", () => {
  const rows = [
    row(
      offline("李娜", [
        [540, 1080],
        [1320, 1800],
      ]),
    ),
    row(offline("Zoë", [])),
  ];
  const text = writeChatText({ deskName: "IT", rows, week, locale: "en", words: wordsOf("en") });
  expect(text).toBe(
    [
      "IT · 16 – 22 Nov 2026 · Shanghai UTC+8",
      "",
      "李娜 · Offline (manual) · 技术支持",
      "  Mon 16 Nov: 09:00–18:00, 22:00–24:00, continues",
      "  Tue 17 Nov: 00:00–06:00",
      "",
      "Zoë · Offline (manual) · 技术支持",
      "  No hours set",
    ].join("\n"),
  );
});

test("holds no line break that a name could have brought along", () => {
  const text = writeChatText({
    deskName: "IT",
    rows: [row(offline("李娜", [[540, 1080]]))],
    week,
    locale: "zh",
    words: wordsOf("zh"),
  });
  expect(text.split("\n")).toHaveLength(4);
  expect(text).toContain("11月16日 周一：09:00–18:00");
});
