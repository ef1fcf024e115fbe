import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run icons`: writes icon-shapes.ts anew from Lucide, each icon as one path. `--check` only says by its exit code whether
 * that file is what this would write. Lucide is no part of the product: its components would draw two to eight elements an
 * icon, and weigh more than the shapes.
 */
const FROM_LUCIDE: Readonly<Record<string, string>> = {
  alert: "triangle-exclamation-point",
  arrow: "arrow-right",
  away: "log-out",
  bell: "bell",
  board: "panels-top-left",
  building: "building-complex",
  chat: "message-square",
  check: "check",
  clock: "clock",
  close: "x",
  "cloud-off": "cloud-off",
  doc: "file-text",
  down: "chevron-down",
  download: "download",
  external: "external-link",
  filter: "sliders-horizontal",
  globe: "globe",
  home: "house",
  language: "languages",
  left: "chevron-left",
  lint: "list-checks",
  lock: "lock",
  mail: "mail",
  moon: "moon",
  play: "play",
  plus: "plus",
  pulse: "activity",
  refresh: "rotate-cw",
  right: "chevron-right",
  search: "search",
  settings: "settings",
  share: "share-2",
  shield: "shield",
  sort: "arrow-down-up",
  sun: "sun",
  tag: "tag",
  "user-check": "user-round-check",
  "user-x": "user-round-x",
  users: "users-round",
};

const FILE = join(import.meta.dirname, "../icon-shapes.ts");
const LICENSE = `/**
 * Shapes of Lucide (https://lucide.dev) in its box of 24 units, circles and boxes written as paths too. Written by
 * \`npm run icons\`; change the list there.
 *
 * ISC License. Copyright (c) 2026 Lucide Icons and Contributors; parts from Feather, MIT License, Copyright (c) 2013-2026
 * Cole Bemis. Permission to use, copy, modify, and/or distribute is granted, provided that these notices are kept.
 */
`;

type Attributes = Readonly<Record<string, string>>;

/** Lucide's names of shapes, each as a path. */
const AS_PATH: Readonly<Record<string, (attributes: Attributes) => string>> = {
  path: ({ d = "" }) => absoluteStart(d),
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  circle: ({ cx, cy, r }) => arcs(Number(cx), Number(cy), Number(r)),
  rect: ({ x, y, width, height, rx = "0" }) =>
    box(Number(x), Number(y), Number(width), Number(height), Number(rx)),
};

/** A path may begin with a relative move, which means an absolute one there and not behind another path. */
function absoluteStart(d: string): string {
  const [, x, y, rest = ""] = /^m(-?[\d.]+)[ ,]?(-?[\d.]+)[ ,]?(.*)$/.exec(d) ?? [];
  if (x === undefined) return d;
  return `M${x} ${y}${/^[-.\d]/.test(rest) ? "l" : ""}${rest}`;
}

function arcs(cx: number, cy: number, r: number): string {
  return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

function box(x: number, y: number, width: number, height: number, r: number): string {
  const corner = (toX: number, toY: number) => `a${r} ${r} 0 0 1 ${toX} ${toY}`;
  const [across, down] = [width - 2 * r, height - 2 * r];
  return [
    `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}`,
    `h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`,
  ].join("");
}

async function shapeOf(name: string): Promise<string> {
  const icon: { readonly __iconData: { readonly node: readonly (readonly [string, Attributes])[] } } =
    await import(`lucide-react/icons/${name}`);
  return icon.__iconData.node
    .map(([kind, attributes]) => {
      const draw = AS_PATH[kind];
      if (draw === undefined) throw new Error(`${name}: no way to write a ${kind} as a path`);
      return draw(attributes);
    })
    .join("");
}

const lines = await Promise.all(
  Object.entries(FROM_LUCIDE).map(async ([ours, theirs]) => {
    const key = /\W/.test(ours) ? JSON.stringify(ours) : ours;
    return `  ${key}: "${await shapeOf(theirs)}",\n`;
  }),
);
const text = `${LICENSE}// biome-ignore format: an icon a line\nexport const LUCIDE_SHAPES = {\n${lines.join("")}} as const;\n`;
if (process.argv.includes("--check")) process.exitCode = readFileSync(FILE, "utf8") === text ? 0 : 1;
else writeFileSync(FILE, text);
