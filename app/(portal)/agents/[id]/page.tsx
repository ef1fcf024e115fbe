import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgentPage } from "#components/agent/agent-page.tsx";
import { wordsOf } from "#lib/i18n/catalogues.ts";
import { guardPage, isUnknownAgent, readPageRequest } from "#lib/server/page-request.ts";

interface AgentPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

/** Names nobody: the page does, once it has asked who looks. */
export async function generateMetadata(): Promise<Metadata> {
  const { lang } = await readPageRequest();
  return { title: wordsOf(lang).pages.agent };
}

export default async function Page({ params }: AgentPageProps) {
  await guardPage();
  const agentId = decodeSegment((await params).id);
  if (await isUnknownAgent(agentId)) notFound();
  return <AgentPage agentId={agentId} />;
}

/** The router hands over the path as it was sent; what is no percent code stands for itself. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
