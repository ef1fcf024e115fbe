import { compete, NAME_PX, ROW_PX, type Row, WEEK_MINUTES } from "./stage.ts";

/** (b): the rows in view on one canvas: nothing to read out, select or press. */
void compete(show, () => true);

function show(rows: readonly Row[], root: HTMLElement): void {
  root.innerHTML = `<div data-roster-scroller style="height:100vh;overflow:auto"><canvas style="position:sticky;top:0"></canvas><div></div></div>`;
  const scroller = root.firstElementChild;
  const canvas = root.querySelector("canvas");
  const filler = root.querySelector<HTMLElement>("canvas + div");
  const pen = canvas?.getContext("2d") ?? null;
  if (!(scroller instanceof HTMLElement) || canvas === null || filler === null || pen === null) return;
  canvas.width = scroller.clientWidth;
  canvas.height = scroller.clientHeight;
  filler.style.height = `${rows.length * ROW_PX - canvas.height}px`;
  const draw = () => paint(pen, rows, scroller.scrollTop);
  scroller.addEventListener("scroll", draw, { passive: true });
  draw();
}

function paint(pen: CanvasRenderingContext2D, rows: readonly Row[], scrollTop: number): void {
  const { width, height } = pen.canvas;
  pen.clearRect(0, 0, width, height);
  pen.font = "13px sans-serif";
  const first = Math.floor(scrollTop / ROW_PX);
  for (let index = first; (index - first - 1) * ROW_PX < height; index++) {
    const row = rows[index];
    if (row === undefined) break;
    const top = index * ROW_PX - scrollTop;
    pen.fillStyle = "#161a22";
    pen.fillText(row.name, 16, top + 26);
    pen.fillStyle = "#74839c";
    for (const [start, end] of row.week) {
      const scale = (width - NAME_PX) / WEEK_MINUTES;
      pen.fillRect(NAME_PX + start * scale, top + 11, (end - start) * scale, 22);
    }
  }
}
