import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doAtOnce } from "#lib/turns.ts";
import { parseAnswer } from "./parse-answer.ts";

/** Held to `JSON.parse`, for whatever bytes may come. */

const PATH = ["data", "agent_schedules"] as const;

/** What is found, with the records where they stand in the text. */
function read(bytes: Buffer) {
  let taken: unknown[] | null = null;
  const start = () => {
    const records: unknown[] = [];
    taken = records;
    return (some: readonly unknown[]) => records.push(...some);
  };
  const work = parseAnswer(bytes, { path: PATH, start });
  let turns = 0;
  for (;;) {
    const step = work.next();
    if (step.done) return { parsed: step.value, taken: taken ?? [], turns };
    turns++;
  }
}

/** The same, as a whole. */
function parseWhole(bytes: Buffer) {
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    return undefined;
  }
}

const listOf = (value: unknown): unknown => Object(Object(Object(value)[PATH[0]]))[PATH[1]];

function expectTheSame(bytes: Buffer): void {
  const whole = parseWhole(bytes);
  const { parsed, taken } = read(bytes);
  const [list, left] = [listOf(whole?.value), listOf(parsed?.value)];
  if (Array.isArray(list)) {
    expect(taken).toEqual(list);
    // What is not the records is in the value too.
    list.length = 0;
    if (Array.isArray(left)) left.length = 0;
  }
  expect(parsed).toEqual(whole);
}

const answer = fc.record(
  {
    code: fc.constantFrom(0, "0", 155000),
    data: fc.record(
      { before: fc.jsonValue(), agent_schedules: fc.array(fc.jsonValue()), after: fc.jsonValue() },
      { requiredKeys: [] },
    ),
    agent_schedules: fc.array(fc.jsonValue()),
    log: fc.constantFrom("agent_schedules", '"agent_schedules":[', "x"),
  },
  { requiredKeys: [] },
);

describe("any answer", () => {
  it("reads as JSON.parse reads it, however it is indented", () => {
    fc.assert(
      fc.property(answer, fc.constantFrom("", " ", "\n\t"), (value, indent) => {
        expectTheSame(Buffer.from(JSON.stringify(value, null, indent)));
      }),
    );
  });

  it("that is damaged is refused, or reads, exactly as there", () => {
    const damage = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...'[]{},:"\\ 0a', "\u{FEFF}", ""));
    fc.assert(
      fc.property(answer, fc.array(damage, { minLength: 1, maxLength: 3 }), (value, damages) => {
        let text = JSON.stringify(value);
        for (const [at, length, instead] of damages) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + instead + text.slice(from + length);
        }
        expectTheSame(Buffer.from(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it("of any bytes reads as there, also where they are no UTF-8", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 6 })), (names) => {
        const records = names.map((name) =>
          Buffer.concat([Buffer.from('{"name":"'), name, Buffer.from('"}')]),
        );
        const list = records.flatMap((record, i) => (i === 0 ? [record] : [Buffer.from(","), record]));
        const parts = [Buffer.from('{"data":{"agent_schedules":['), ...list, Buffer.from("]}}")];
        expectTheSame(Buffer.concat(parts));
      }),
    );
  });
});

describe("the list that is meant", () => {
  it.each([
    ["after one elsewhere", '{"agent_schedules":[1],"data":{"agent_schedules":[2,3]}}'],
    ["before one elsewhere", '{"data":{"agent_schedules":[2,3]},"agent_schedules":[1]}'],
    ["the last of two", '{"data":{"agent_schedules":[1],"agent_schedules":[2,3]}}'],
    ["in the last of two", '{"data":{"agent_schedules":[1]},"data":{"agent_schedules":[2,3]}}'],
    [
      "with its name in escapes",
      '{"data":{"agent_schedules":[1]},"d\\u0061ta":{"agent\\u005fschedules":[2,3]}}',
    ],
    ["and a text that looks like it", '{"x":"\\"agent_schedules\\":[9]","data":{"agent_schedules":[2,3]}}'],
    ["and a text that ends like it", '{"x\\"agent_schedules":[9],"data":{"agent_schedules":[2,3]}}'],
    ["with blanks wherever they may be", '{"data":{"agent_schedules"\n: \t[ 2 , 3 ] } }'],
    ["after a byte order mark", '\uFEFF{"data":{"agent_schedules":[2,3]}}'],
  ])("is taken: %s", (_, text) => {
    expect(read(Buffer.from(text)).taken).toEqual([2, 3]);
    expectTheSame(Buffer.from(text));
  });

  it.each([
    ["a comma at the end", '{"data":{"agent_schedules":[1,]}}'],
    ["a comma at the beginning", '{"data":{"agent_schedules":[,1]}}'],
    ["nothing between two commas", '{"data":{"agent_schedules":[1,,2]}}'],
    ["two values without a comma", '{"data":{"agent_schedules":[1 2]}}'],
    ["brackets that do not match", '{"data":{"agent_schedules":[{]}]}}'],
    ["no end", '{"data":{"agent_schedules":[{"a":"]}}'],
    ["a byte order mark within", '{"data":{"agent_schedules":[\uFEFF1]}}'],
    ["something behind it", '{"data":{"agent_schedules":[1]}}]'],
  ])("%s is no JSON", (_, text) => {
    expect(read(Buffer.from(text)).parsed).toBeUndefined();
  });

  it("of ten thousand gives others hundreds of turns, and no record twice", () => {
    const records = Array.from({ length: 10_000 }, (_, i) => ({ id: i, text: '],[{\\"'.repeat(60) }));
    const { taken, turns } = read(Buffer.from(JSON.stringify({ data: { agent_schedules: records } })));
    expect(taken).toEqual(records);
    expect(turns).toBeGreaterThan(100);
  });

  it("of records that are each longer than a slice is read as well", () => {
    const records = Array.from({ length: 5 }, (_, i) => [i, "x".repeat(100_000)]);
    expectTheSame(Buffer.from(JSON.stringify({ data: { agent_schedules: records } })));
  });
});

it("without a list an answer is parsed as it is", () => {
  const text = '{"code":0,"data":{"agent_schedules":[1]}}';
  expect(doAtOnce(parseAnswer(Buffer.from(text)))).toEqual({ value: JSON.parse(text) });
});
