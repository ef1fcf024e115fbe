"use client";
import { startTransition, useEffect, useState } from "react";

/** Calls back once the browser has shown its next frame, and is free again. Returns what takes that back. */
export function afterPaint(callback: () => void): () => void {
  const channel = new MessageChannel();
  // The message is taken up after the frame that the animation callback belongs to has been painted.
  const frame = requestAnimationFrame(() => channel.port2.postMessage(null));
  const stop = () => {
    cancelAnimationFrame(frame);
    channel.port1.close();
  };
  channel.port1.onmessage = () => {
    stop();
    callback();
  };
  return stop;
}

/**
 * The value as it was, until a frame that was drawn from the new one is on screen: for what is worked out for longer
 * than the rows take, and may follow them a moment later. React's own deferred values wait for its commit, not for the
 * frame, so that 60 ms of counting would stand between the two.
 */
export function useAfterPaint<V>(value: V, first: V): V {
  const [state, setState] = useState<{ readonly value: V }>({ value: first });
  const isThere = Object.is(state.value, value);
  useEffect(() => {
    if (isThere) return;
    const follow = () => startTransition(() => setState({ value }));
    if (document.visibilityState === "visible") return afterPaint(follow);
    // A tab that nobody sees paints nothing, and its title is to be right all the same.
    const timer = setTimeout(follow);
    return () => clearTimeout(timer);
  }, [value, isThere]);
  return state.value;
}
