/** Somebody who may sign in at the sample: invented, as all its people are. */
export interface SampleVisitor {
  readonly openId: string;
  readonly name: string;
  readonly tenantKey: string;
  /** Of the company's mail service; "" without one. */
  readonly companyEmail: string;
}

/** The tenant that the sample's app belongs to. */
export const SAMPLE_TENANT = "1a2b3c4d5e6f7a8b";

/** Two colleagues, and a guest of another company whom no product of ours may let in. */
export const SAMPLE_VISITORS: readonly SampleVisitor[] = [
  { openId: "ou_lin", name: "林静", tenantKey: SAMPLE_TENANT, companyEmail: "lin.jing@chenxing.example" },
  { openId: "ou_zhao", name: "赵磊", tenantKey: SAMPLE_TENANT, companyEmail: "zhao.lei@chenxing.example" },
  { openId: "ou_guest", name: "Guest", tenantKey: "ffffffffffffffff", companyEmail: "guest@other.example" },
];
