"use client";
import { useRouter } from "next/navigation";
import { createContext, use, useCallback, useTransition } from "react";
import { useView } from "#components/filters/use-view.tsx";
import { usePageProgress } from "#components/shell/page-link.tsx";

/** Where an agent is opened; null: on a page of its own. */
export const OpenAgentContext = createContext<((agentId: string) => void) | null>(null);

/** Opens an agent as this page does it. */
export function useOpenAgent(): (agentId: string) => void {
  const elsewhere = use(OpenAgentContext);
  const { hrefOf } = useView();
  const router = useRouter();
  const [isGoing, startGoing] = useTransition();
  usePageProgress(isGoing);
  return useCallback(
    (agentId) => {
      if (elsewhere !== null) elsewhere(agentId);
      else startGoing(() => router.push(hrefOf({}, `/agents/${encodeURIComponent(agentId)}`)));
    },
    [elsewhere, router, hrefOf],
  );
}
