import { connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod/mini";
import recording from "./sdk-recording.json" with { type: "json" };
import { type SampleDesk, startSampleDesk } from "./server.ts";

/**
 * Proof that the sample speaks Feishu: what Feishu's official Node SDK sends is replayed byte for byte over a
 * plain socket, and must be answered as that SDK expects. The SDK itself weighs 42 MB and stays outside.
 */

let desk: SampleDesk;
beforeEach(async () => {
  desk = await startSampleDesk();
});
afterEach(() => desk.close());

const tokenAnswer = z.object({ code: z.literal(0), tenant_access_token: z.string(), expire: z.number() });
const listAnswer = z.object({
  code: z.literal(0),
  data: z.object({ agent_schedules: z.array(z.unknown()) }),
});

function bytesOf(name: string, token = ""): string {
  const found = recording.requests.find((request) => request.name === name);
  if (!found) throw new Error(`No request "${name}" in the recording.`);
  return found.bytes.replace("{host}", new URL(desk.url).host).replace("{token}", token);
}

/** Sends bytes, reads one answer with a length, and parses its body. */
function replay(bytes: string): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const socket = connect(desk.port, "127.0.0.1", () => socket.write(bytes));
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      const headEnd = received.indexOf("\r\n\r\n");
      const head = received.subarray(0, Math.max(headEnd, 0)).toString();
      const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
      const body = received.subarray(headEnd + 4);
      if (headEnd < 0 || body.byteLength < length) return;
      socket.destroy();
      const plain = /^content-encoding: gzip$/im.test(head) ? gunzipSync(body) : body;
      resolve({ status: Number(head.slice(9, 12)), body: JSON.parse(plain.toString()) });
    });
  });
}

async function takeToken(): Promise<string> {
  const { status, body } = await replay(bytesOf("token"));
  expect(status).toBe(200);
  return tokenAnswer.parse(body).tenant_access_token;
}

it("gives the SDK a token in the flat form that it caches", async () => {
  expect(await takeToken()).toMatch(/^t-/);
});

it("answers the SDK's GET, which carries a body and a helpdesk header with Bearer", async () => {
  const bytes = bytesOf("present", await takeToken());
  expect(bytes).toContain("X-Lark-Helpdesk-Authorization: Bearer ");
  expect(bytes.endsWith("\r\n\r\n{}")).toBe(true);
  const { status, body } = await replay(bytes);
  expect(status).toBe(200);
  expect(listAnswer.parse(body).data.agent_schedules).toHaveLength(60);
});

it("answers the SDK's question for removed agents", async () => {
  const { body } = await replay(bytesOf("removed", await takeToken()));
  expect(listAnswer.parse(body).data.agent_schedules).toHaveLength(2);
});

it("refuses the SDK when it leaves the helpdesk header out, as it does unless told", async () => {
  const bytes = bytesOf("present without withHelpDeskCredential()", await takeToken());
  expect(await replay(bytes)).toMatchObject({ status: 401, body: { code: 154001 } });
});
