import { pageMember } from "@/lib/accounts/server/page-actor";
import { comparableSets } from "@/lib/compare/server/sets";
import { mayCompare } from "@/lib/compare/server/sight";
import { projectOf } from "@/lib/projects/server/projects";
import { BeforeComparing } from "@/components/compare/before-reveal";
import { CompareList } from "@/components/compare/set-list";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("comparing");

export default async function Comparing({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/compare`);
  if (!mayCompare(member)) return <BeforeComparing projectId={projectId} never={(await projectOf(member)).reveal === "never"} />;
  return <CompareList projectId={projectId} sets={await comparableSets(member)} role={member.role} />;
}
