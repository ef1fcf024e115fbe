/**
 * Addresses that an agent's record may lead to. Records are another system's input: whatever is not
 * plainly an address stays text.
 */

/** The chat with an agent in the Feishu client. */
export const chatUrl = (agentId: string) =>
  `https://applink.feishu.cn/client/chat/open?openId=${encodeURIComponent(agentId)}`;

const PLAIN_EMAIL = /^[\w.!#$'*/=^`{|}~+-]+@[\w-]+(\.[\w-]+)+$/;

/** `mailto:` for a plain address; null where extra headers or line breaks could hide in it. */
export function mailUrl(email: string): string | null {
  return email.length <= 254 && PLAIN_EMAIL.test(email) ? `mailto:${email}` : null;
}
