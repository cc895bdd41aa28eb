import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { finishedBefore } from "@/lib/codebook/server/target-finished";
import { rootOf, targetHits } from "@/lib/codebook/server/target-hits";
import { targetOf } from "@/lib/codebook/server/target-rows";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { TargetPage } from "@/components/targets/target-page";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("target");

export default async function TargetPlaces({ params }: { params: Promise<{ projectId: string; targetId: string }> }) {
  const { projectId, targetId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/targets/${targetId}`);
  if (!isId(targetId) || !allowed(member, "progress.read") || !allowed(member, "assignments.return")) notFound();
  const { id } = await rootOf(member, targetId).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  const [target, hits, finished] = await Promise.all([targetOf(member, id), targetHits(member, id), finishedBefore(member, id)]);
  const lines = { ...finished, since: finished.since.toISOString(), items: finished.items.map((item) => ({ ...item, submittedAt: item.submittedAt.toISOString() })) };
  return <TargetPage projectId={projectId} target={target} hits={hits} finished={lines} />;
}
