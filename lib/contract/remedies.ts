/** What an administrator should look at after a refusal, in the words of `/status`. */
export const REMEDIES = [
  /** FEISHU_APP_ID */
  "app_id",
  /** FEISHU_APP_SECRET */
  "app_secret",
  /** FEISHU_HELPDESK_ID and FEISHU_HELPDESK_TOKEN, or the desk's in FEISHU_HELPDESKS */
  "helpdesk",
  /** The app's right to read the helpdesk */
  "scope",
  /** The list of addresses from which the app may call */
  "addresses",
  /** The app is off, or not installed */
  "app_state",
] as const;
export type Remedy = (typeof REMEDIES)[number];
