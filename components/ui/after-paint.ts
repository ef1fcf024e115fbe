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

/** How long one turn of work lasts, in ms: with the frame around it, a press in between is answered at once. */
const TURN_MS = 8;

/** Does `work` step by step, others having their turn every few ms, then calls back. Returns what takes that back. */
export function inTurns(work: Iterable<unknown>, callback: () => void): () => void {
  const steps = work[Symbol.iterator]();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const until = performance.now() + TURN_MS;
    while (performance.now() < until) {
      if (!steps.next().done) continue;
      channel.port1.close();
      callback();
      return;
    }
    channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
  return () => channel.port1.close();
}

const NO_WORK = () => [];

/**
 * The value as it was, until a frame that was drawn from the new one is on screen: for what is worked out for longer
 * than the rows take, and may follow them a moment later. React's own deferred values wait for its commit, not for the
 * frame, so that 60 ms of counting would stand between the two. `work`: what is done of the new value before it is
 * shown, step by step in turns; the same function each time.
 */
export function useAfterPaint<V>(value: V, first: V, work: (value: V) => Iterable<unknown> = NO_WORK): V {
  const [state, setState] = useState<{ readonly value: V }>({ value: first });
  const isThere = Object.is(state.value, value);
  useEffect(() => {
    if (isThere) return;
    let stop: () => void;
    const follow = () => {
      stop = inTurns(work(value), () => startTransition(() => setState({ value })));
    };
    if (document.visibilityState === "visible") stop = afterPaint(follow);
    // A tab that nobody sees paints nothing, and its title is to be right all the same.
    else {
      const timer = setTimeout(follow);
      stop = () => clearTimeout(timer);
    }
    return () => stop();
  }, [value, isThere, work]);
  return state.value;
}
