import type { WireSkill } from "#lib/feishu/wire.ts";

/** What the invented company consists of. Names are Chinese, as most Feishu tenants' are. */

export const DEPARTMENTS = {
  tech: "技术支持",
  global: "海外支持",
  billing: "账单财务",
  presales: "售前咨询",
  success: "客户成功",
  quality: "质检合规",
} as const;
export type DepartmentKey = keyof typeof DEPARTMENTS;

export const SKILL_NAMES = {
  login: "账号登录",
  rights: "权限",
  network: "网络",
  hardware: "硬件",
  api: "API 接入",
  invoice: "账单发票",
  vip: "VIP 客户",
  english: "英语",
  spanish: "西班牙语",
  japanese: "日语",
  refund: "退款",
  compliance: "合规",
  migration: "数据迁移",
  all: "全部技能",
} as const;
export type SkillKey = keyof typeof SKILL_NAMES;

/** The skill that Feishu makes with every desk and routes to when no specialist is there. */
export const DEFAULT_SKILL: SkillKey = "all";

/** A skill as it stands in an agent's record. */
export function wireSkill(key: SkillKey): WireSkill {
  return { id: `skill-${key}`, name: SKILL_NAMES[key], is_default: key === DEFAULT_SKILL };
}

/** Own staff, a contractor abroad and one at home; mail domains are reserved for examples (RFC 2606). */
export const COMPANIES = {
  spruce: { name: "云杉科技", mail: "spruce.example" },
  bluewater: { name: "Bluewater BPO", mail: "bluewater.example" },
  chenxing: { name: "晨星外包", mail: "chenxing.example" },
} as const;
export type CompanyKey = keyof typeof COMPANIES;
