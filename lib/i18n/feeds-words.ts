import type { Locale } from "./index.ts";
import type { Words } from "./words.ts";

/** Calendar subscriptions. In both languages, since they come with the page alone. */

const zh = {
  feeds: {
    title: "日历订阅",
    intro: "在日历程序中订阅班次，内容会自动更新。地址是秘密的：拿到它的人都能看到这些班次（不含邮箱）。",
    what: "订阅对象",
    kinds: { skill: "技能", department: "部门", agent: "客服" },
    choose: "请选择",
    make: "创建订阅",
    makeFor: (name: string) => `为 ${name} 创建订阅`,
    made: "订阅已创建。地址只显示这一次，请现在复制。",
    address: "订阅地址",
    copy: "复制地址",
    list: "已有的订阅",
    none: "还没有订阅。",
    madeOn: (day: string, by: string | null) => (by === null ? `创建于 ${day}` : `${by} 创建于 ${day}`),
    revoke: "撤销",
    revokeSure: "确认撤销？",
    revokeFailed: "重试撤销",
    /** What a button does, and to which subscription. */
    named: (what: string, name: string) => `${what}（${name}）`,
    revoked: "已撤销，地址不再可用。",
    failed: "没有成功，请再试一次。",
  },
};

const en: typeof zh = {
  feeds: {
    title: "Calendar subscriptions",
    intro:
      "Subscribe to shifts in a calendar program, where they keep up to date. The address is secret: whoever has it sees these shifts (without emails).",
    what: "What it holds",
    kinds: { skill: "Skill", department: "Department", agent: "Agent" },
    choose: "Choose one",
    make: "Make a subscription",
    makeFor: (name) => `Make one for ${name}`,
    made: "The subscription is made. Its address is shown this once: copy it now.",
    address: "Address of the subscription",
    copy: "Copy address",
    list: "Existing subscriptions",
    none: "There are none yet.",
    madeOn: (day, by) => (by === null ? `Made ${day}` : `Made ${day} by ${by}`),
    revoke: "Revoke",
    revokeSure: "Really revoke?",
    revokeFailed: "Try again",
    named: (what, name) => `${what} (${name})`,
    revoked: "Revoked. Its address no longer works.",
    failed: "That did not work. Please try again.",
  },
};

export const FEEDS_WORDS: Readonly<Record<Locale, typeof zh>> = { zh, en };
/** With the words of every page. */
export type FeedsWords = Words & typeof zh;
