"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "#components/filters/use-view.tsx";
import { progressStore, useProgress } from "#components/ui/progress.ts";
import { fetchFile, saveFile } from "#lib/client/download.ts";

/** Downloads a file, says that it is being made, and lets it be left; the next download takes the place of the last. */
export function useDownload(): (href: string) => void {
  const attempt = useRef<AbortController | null>(null);
  const [isRunning, setRunning] = useState(false);
  const leave = useCallback(() => {
    attempt.current?.abort();
    attempt.current = null;
    setRunning(false);
  }, []);
  useEffect(() => leave, [leave]);
  useProgress(isRunning, useWords().progress.file, leave);
  return useCallback(
    (href) => {
      leave();
      const own = new AbortController();
      attempt.current = own;
      setRunning(true);
      fetchFile(href, own.signal)
        .then(saveFile, () => own.signal.aborted || progressStore.fail())
        .finally(() => attempt.current === own && leave());
    },
    [leave],
  );
}
