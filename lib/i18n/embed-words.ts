import type { Locale } from "./index.ts";
import type { Words } from "./words.ts";

/** `/embed`: what a portal's frame says of itself. In both languages, since they come with the page alone. */

const zh = {
  embed: {
    loading: "正在确认访问权限…",
    waiting: {
      title: "正在等待门户确认",
      detail: "本页要由所在的门户网站确认身份。若一直停在这里，请刷新页面或联系门户管理员。",
    },
    refused: { title: "门户的凭证未被接受", detail: "请刷新页面；若仍然如此，请联系门户管理员。" },
    unreachable: { title: "连接不上客服班表", detail: "正在自动重试。" },
    ended: { title: "访问已到期", detail: "为保护同事的信息，名单已移除。门户重新确认后会自动恢复。" },
    late: "正在续期访问权限",
    lateDetail: "现有数据暂时保留。",
    openFull: { board: "打开完整班表", now: "打开“现在”", coverage: "打开覆盖" },
    openAgent: "在新标签页打开",
    viewKey: "视图",
  },
};

const en: typeof zh = {
  embed: {
    loading: "Checking access…",
    waiting: {
      title: "Waiting for the portal",
      detail:
        "The page around this one has to confirm who you are. If it stays like this, reload it or ask those who run the portal.",
    },
    refused: {
      title: "The portal's credential was not accepted",
      detail: "Reload the page. If that does not help, ask those who run the portal.",
    },
    unreachable: { title: "Helpdesk Rota cannot be reached", detail: "It is tried again by itself." },
    ended: {
      title: "Access has ended",
      detail: "Names have been removed from this page. They come back when the portal confirms who you are.",
    },
    late: "Access is being renewed",
    lateDetail: "What you see stays for the moment.",
    openFull: { board: "Open full board", now: "Open “Now”", coverage: "Open coverage" },
    openAgent: "Open in a new tab",
    viewKey: "view",
  },
};

export const EMBED_WORDS: Readonly<Record<Locale, typeof zh>> = { zh, en };
/** With the words of every page. */
export type EmbedWords = Words & typeof zh;
