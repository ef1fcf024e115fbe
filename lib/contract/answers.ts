import * as z from "zod/mini";
import { ERROR_STATUS, type ErrorCode } from "#lib/errors.ts";

/** The small answers of the API (product.md, section 5); the roster has a file of its own. */

export const ERROR_CODES = Object.keys(ERROR_STATUS).filter(
  (code): code is ErrorCode => code in ERROR_STATUS,
);

/** Every error, on every API route. */
export const errorSchema = z.object({
  error: z.object({ code: z.enum(ERROR_CODES), message: z.string(), requestId: z.string() }),
});

/** `POST /api/refresh`. False: a round runs or was just asked for, or Feishu has told us to wait. */
export const refreshSchema = z.object({ started: z.boolean() });

/** `GET /api/health`: the process answers. */
export const healthSchema = z.object({ status: z.literal("ok") });

/** `GET /api/ready`: `starting` within the first-load window, `degraded` where a last round failed. */
export const readySchema = z.object({ status: z.enum(["ready", "starting", "degraded"]) });

export type ErrorJson = z.infer<typeof errorSchema>;
export type RefreshJson = z.infer<typeof refreshSchema>;
export type HealthJson = z.infer<typeof healthSchema>;
export type ReadyJson = z.infer<typeof readySchema>;
