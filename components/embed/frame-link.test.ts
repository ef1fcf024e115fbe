import { expect, test } from "vitest";
import { readFrameLink } from "./frame-link.ts";

const PLACE = { url: "https://rota.example.com/rota/embed?desk=it", basePath: "/rota" };

test.each([
  ["https://rota.example.com/rota/embed?desk=hr", { kind: "here" }],
  ["https://rota.example.com/rota/embed?desk=it#main", { kind: "here" }],
  ["https://rota.example.com/rota/agents/li.na?desk=it", { kind: "agent", agentId: "li.na" }],
  ["https://rota.example.com/rota/agents/a%2Fb%20c", { kind: "agent", agentId: "a/b c" }],
  ["https://rota.example.com/rota/agents/a/b", { kind: "tab" }],
  ["https://rota.example.com/rota/coverage", { kind: "tab" }],
  ["https://rota.example.com/agents/li.na", { kind: "tab" }],
  ["https://applink.feishu.cn/client/chat/open?openId=ou_1", { kind: "tab" }],
  ["mailto:li.na@spruce.example", { kind: "tab" }],
])("%s", (href, target) => {
  expect(readFrameLink(href, PLACE)).toEqual(target.kind === "tab" ? { ...target, href } : target);
});

test("without a base path", () => {
  const place = { url: "https://rota.example.com/embed", basePath: "" };
  expect(readFrameLink("https://rota.example.com/agents/x", place)).toEqual({ kind: "agent", agentId: "x" });
});
