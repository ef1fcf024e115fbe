"use client";
import { useRouter } from "next/navigation";
import { createContext, use, useCallback } from "react";
import { useView } from "#components/filters/use-view.tsx";

/** Where an agent is opened; null: on a page of its own. */
export const OpenAgentContext = createContext<((agentId: string) => void) | null>(null);

/** Opens an agent as this page does it. */
export function useOpenAgent(): (agentId: string) => void {
  const elsewhere = use(OpenAgentContext);
  const { hrefOf } = useView();
  const router = useRouter();
  return useCallback(
    (agentId) => {
      if (elsewhere !== null) elsewhere(agentId);
      else router.push(hrefOf({}, `/agents/${encodeURIComponent(agentId)}`));
    },
    [elsewhere, router, hrefOf],
  );
}
