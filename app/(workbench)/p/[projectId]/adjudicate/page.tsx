import { notFound } from "next/navigation";
import { Suspense } from "react";
import { allowed, type MemberActor } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { myMentions } from "@/lib/adjudication/server/around/mentions";
import { hidesNames } from "@/lib/adjudication/server/names";
import { adjudicationQueue } from "@/lib/adjudication/server/queue";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { labelsOf } from "@/lib/codebook/content";
import { listTargets } from "@/lib/codebook/server/targets";
import { AppError } from "@/lib/kernel/errors";
import { may } from "@/lib/projects/permissions";
import { listMembers } from "@/lib/projects/server/members";
import { AdjudicateQueue } from "@/components/adjudicator/queue/queue-page";
import { readQueueQuery, type QueueQuery } from "@/components/adjudicator/queue/query";
import { BesideQueue } from "@/components/cluster-talk/beside-queue";
import { LiveRefresh } from "@/components/live/live-refresh";
import { Skeleton } from "@/components/ui/skeleton";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("adjudicate");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AdjudicateQueuePage({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/adjudicate`);
  if (!allowed(member, "adjudicate")) notFound();
  const t = await requestTranslator("adjudicate");
  return (
    <>
      <LiveRefresh projectId={projectId} />
      <Suspense fallback={<div className="page"><Skeleton label={t("loadingQueue")} rows={12} /></div>}>
        <AreaWords of={["adjudicate"]}><Body member={member} query={readQueueQuery(asked)} /></AreaWords>
      </Suspense>
    </>
  );
}

async function Body({ member, query }: { member: MemberActor; query: QueueQuery }) {
  const hidden = await hidesNames(member);
  const { pair, gap, mine, ...wish } = query;
  const [mentions, queue, targets, members, { content }] = await Promise.all([
    myMentions(member, { limit: 5 }),
    adjudicationQueue(member, { ...wish, gap: gap === true, mine: mine === true, ...(pair && !hidden ? { pair } : {}) }).catch((error: unknown) => {
      if (error instanceof AppError && error.status < 500) notFound();
      throw error;
    }),
    listTargets(member),
    hidden ? [] : listMembers(member),
    currentCodebook(member),
  ]);
  const annotators = members.filter(({ role }) => may(role, "annotate")).map(({ id, pseudonym }) => ({ id, name: pseudonym }));
  return <AdjudicateQueue projectId={member.projectId} {...{ query, queue, annotators }} targets={targets.map(({ id, name }) => ({ id, name }))} labels={labelsOf(content).filter(({ set }) => set.level === "span").map(({ set, label }) => ({ id: label.id, name: `${set.name}: ${label.name}` }))} below={<BesideQueue projectId={member.projectId} mentions={mentions} />} />;
}
