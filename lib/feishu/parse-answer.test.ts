import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doAtOnce } from "#lib/turns.ts";
import { type KnownRecords, startReading } from "./known-records.ts";
import { parseAnswer } from "./parse-answer.ts";

/** Held to `JSON.parse`, for whatever bytes may come. */

const PATH = ["data", "agent_schedules"] as const;

/** In a box, since a record may be null. */
type Box = readonly [unknown];

/** What is found, with the records where they stand in the text. */
function read(bytes: Buffer, before: KnownRecords<Box> | null = null) {
  let parsedAnew = 0;
  const startOne = () =>
    startReading((record): Box => {
      parsedAnew++;
      return [record];
    }, before);
  let reading = startOne();
  const start = () => {
    parsedAnew = 0;
    reading = startOne();
    return reading;
  };
  const work = parseAnswer(bytes, { path: PATH, start });
  let turns = 0;
  for (;;) {
    const step = work.next();
    if (step.done) {
      const boxes = [...reading.items];
      const taken = boxes.map(([record]) => record);
      return { parsed: step.value, boxes, taken, known: reading.keep(bytes), parsedAnew, turns };
    }
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

function expectTheSame(bytes: Buffer, before: KnownRecords<Box> | null = null): void {
  const whole = parseWhole(bytes);
  const { parsed, taken } = read(bytes, before);
  const [list, left] = [listOf(whole?.value), listOf(parsed?.value)];
  if (Array.isArray(list)) {
    expect(taken).toEqual(list);
    // What is not the records is in the value too.
    list.length = 0;
    if (Array.isArray(left)) left.length = 0;
  } else {
    expect(taken).toEqual([]);
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
    ["below another field", '{"data":{"page":{"agent_schedules":[1]}}}'],
    ["beside the data", '{"data":{},"agent_schedules":[1]}'],
    ["above what is none", '{"data":{"agent_schedules":[1],"agent_schedules":null}}'],
    ["in what is no JSON", '{"data":{"agent_schedules":[1]}'],
  ])("is not one that stands %s: nothing of it is taken or known", (_, text) => {
    const { taken, known } = read(Buffer.from(text));
    expect([taken, known?.items]).toEqual([[], []]);
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

describe("after another answer", () => {
  const textOf = (records: readonly unknown[], indent = "") =>
    Buffer.from(JSON.stringify({ code: 0, data: { agent_schedules: records } }, null, indent));
  const anna = { id: "anna", status: 1 };
  const ben = { id: "ben", status: 1 };
  const cleo = { id: "cleo", status: 2 };
  const dora = { id: "dora", status: 3 };
  const { known } = read(textOf([anna, ben, cleo]));

  it.each<[string, readonly unknown[], anew: number]>([
    ["the same", [anna, ben, cleo], 0],
    ["one who changed", [anna, { ...ben, status: 2 }, cleo], 1],
    ["the first two changed", [{ ...anna, status: 2 }, { ...ben, status: 2 }, cleo], 2],
    ["one who came first", [dora, anna, ben, cleo], 1],
    ["one who came last", [anna, ben, cleo, dora], 1],
    ["the first has left", [ben, cleo], 0],
    ["the last has left", [anna, ben], 0],
    ["two have left", [cleo], 0],
    ["one twice", [anna, anna, ben], 0],
    ["nobody", [], 0],
    ["none of them", [dora, 7, "x", null], 4],
  ])("%s: only what is new is parsed", (_, records, anew) => {
    const now = read(textOf(records), known);
    expect(now.taken).toEqual(records);
    expect(now.parsedAnew).toBe(anew);
    for (const one of now.boxes)
      if (known?.items.some((item) => isDeepStrictEqual(item, one))) {
        expect(known.items).toContain(one);
      }
  });

  it("what was taken over is known to the next as well", () => {
    const second = read(textOf([dora, anna, ben, cleo]), known);
    const third = read(textOf([dora, { ...anna, status: 3 }, ben, cleo]), second.known);
    expect([third.parsedAnew, third.taken]).toEqual([1, [dora, { ...anna, status: 3 }, ben, cleo]]);
  });

  it("written otherwise it is parsed anew, and a number is no beginning of a longer one", () => {
    expect(read(textOf([anna, ben], " "), known).parsedAnew).toBe(2);
    const numbers = read(textOf([1, 2])).known;
    expect(read(textOf([12, 2]), numbers).taken).toEqual([12, 2]);
  });

  it("that was broken or had its list elsewhere, nothing is known", () => {
    const twice = Buffer.from('{"data":{"agent_schedules":[{"a":1}],"agent_schedules":[{"a":2}]}}');
    expect(read(twice).known).toBeNull();
    expect(read(Buffer.alloc(17 * 2 ** 20, " ")).known).toBeNull();
  });

  it("any answer reads as JSON.parse reads it, also where it is damaged", () => {
    const record = fc.record({ id: fc.integer({ min: 0, max: 5 }), status: fc.integer({ min: 0, max: 2 }) });
    const records = fc.array(fc.oneof({ weight: 5, arbitrary: record }, fc.jsonValue()), { maxLength: 8 });
    const cut = fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...'[]{},:"\\ 0a', ""));
    fc.assert(
      fc.property(records, records, fc.option(cut), (before, now, damage) => {
        const text = textOf(now).toString();
        const [at, length, instead] = damage ?? [0, 0, ""];
        const from = at % (text.length + 1);
        const damaged = text.slice(0, from) + instead + text.slice(from + length);
        expectTheSame(Buffer.from(damaged), read(textOf(before)).known);
        expectTheSame(Buffer.from(damaged), read(textOf([...now, ...before])).known);
      }),
      { numRuns: 1_000 },
    );
  });
});

it("without a list an answer is parsed as it is", () => {
  const text = '{"code":0,"data":{"agent_schedules":[1]}}';
  expect(doAtOnce(parseAnswer(Buffer.from(text)))).toEqual({ value: JSON.parse(text) });
});
