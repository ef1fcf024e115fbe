import type { Status } from "#lib/schedule/types.ts";
import { readNumber } from "./read-value.ts";
import { WIRE_STATUS } from "./wire.ts";

const STATUS_OF_CODE: ReadonlyMap<number | undefined, Status> = new Map([
  [WIRE_STATUS.online, "online"],
  [WIRE_STATUS.offline, "offline"],
  [WIRE_STATUS.offDuty, "off_duty"],
  [WIRE_STATUS.removed, "removed"],
]);

/** Feishu's number in our words; missing or anything but 1 to 4 is `unknown`. */
export function readStatus(value: unknown): Status {
  return STATUS_OF_CODE.get(readNumber(value)) ?? "unknown";
}
