import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useRef } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { compete, hasElement, NAME_PX, ROW_PX, type Row, WEEK_MINUTES } from "./stage.ts";

/** (a): the least that a virtualised React list of names and blocks can be. */
function List({ rows }: { readonly rows: readonly Row[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  return (
    <div ref={scroller} data-roster-scroller="" style={{ height: "100vh", overflow: "auto" }}>
      <div style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row && <Line key={row.id} row={row} top={start} />;
        })}
      </div>
    </div>
  );
}

const Line = memo(function Line({ row, top }: { readonly row: Row; readonly top: number }) {
  return (
    <div className="row" data-agent-id={row.id} style={{ top, height: ROW_PX }}>
      <div style={{ width: NAME_PX }}>{row.name}</div>
      <div style={{ position: "relative", flex: 1 }}>
        {row.week.map(([start, end]) => (
          <span
            key={start}
            className="bar"
            data-block=""
            style={{
              left: `${(start / WEEK_MINUTES) * 100}%`,
              width: `${((end - start) / WEEK_MINUTES) * 100}%`,
            }}
          />
        ))}
      </div>
    </div>
  );
});

void compete(
  (rows, root) => flushSync(() => createRoot(root).render(<List rows={rows} />)),
  hasElement("[data-block]"),
);
