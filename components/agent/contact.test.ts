import { expect, test } from "vitest";
import { chatUrl, mailUrl } from "./contact.ts";

test("an id cannot leave its place in the chat address", () => {
  expect(chatUrl("ou_1")).toBe("https://applink.feishu.cn/client/chat/open?openId=ou_1");
  expect(chatUrl("a&b=c#d/../e")).toBe(
    "https://applink.feishu.cn/client/chat/open?openId=a%26b%3Dc%23d%2F..%2Fe",
  );
});

test.each([
  ["priya.nair@bluewater.example", true],
  ["a+b@x.example", true],
  ["a@b", false],
  ["a@b.example?bcc=all@b.example", false],
  ["a@b.example\r\nBcc: c@d.example", false],
  ["a@b.example,c@d.example", false],
  ['"a b"@b.example', false],
  ["javascript:alert(1)", false],
  [`${"a".repeat(250)}@b.example`, false],
])("%j becomes a link: %s", (email, isLink) => {
  expect(mailUrl(email)).toBe(isLink ? `mailto:${email}` : null);
});
