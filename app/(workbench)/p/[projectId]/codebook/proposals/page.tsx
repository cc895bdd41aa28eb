import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readCursor } from "@/lib/articles/cursor";
import { placesOf } from "@/lib/codebook/proposal";
import { listProposals } from "@/lib/codebook/server/proposals";
import { readCodebook, readVersion } from "@/lib/codebook/server/versions";
import { proposalLine } from "@/components/proposals/proposal-line";
import { ProposalsPage } from "@/components/proposals/proposals-page";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("codebookProposals");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<{ after?: string | string[] }> };

export default async function Proposals({ params, searchParams }: Props) {
  const [{ projectId }, { after }] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/codebook/proposals`);
  if (!allowed(member, "adjudicate")) notFound();
  if (after !== undefined && (typeof after !== "string" || !readCursor(after))) notFound();
  const [waiting, decided, codebook] = await Promise.all([listProposals(member, { state: "open", limit: 100 }), listProposals(member, { state: "decided", after, limit: 30 }), readCodebook(member)]);
  const content = codebook.draft === null ? codebook.current.content : (await readVersion(member, codebook.draft.id)).content;
  return (
    <AreaWords of={["proposals"]}>
      <ProposalsPage projectId={projectId} waiting={after === undefined ? waiting.items.map(proposalLine) : []} decided={decided.items.map(proposalLine)} open={waiting.open} older={decided.next} places={placesOf(content)} draft={allowed(member, "codebook.write") ? { version: codebook.draft?.version ?? null } : null} />
    </AreaWords>
  );
}
