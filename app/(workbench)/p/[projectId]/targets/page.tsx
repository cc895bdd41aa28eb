import type { Metadata } from "next";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { listTargets } from "@/lib/codebook/server/targets";
import { TargetList } from "@/components/targets/target-list";

export const metadata: Metadata = { title: "Targets" };

export default async function Targets({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/targets`);
  const mayWrite = allowed(member, "targets.write");
  return <TargetList projectId={projectId} targets={await listTargets(member, { archived: mayWrite })} mayWrite={mayWrite} />;
}
