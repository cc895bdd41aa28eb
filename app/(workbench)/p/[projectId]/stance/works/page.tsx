import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { seesFigures, seesPeers } from "@/lib/annotations/server/visible";
import { AppError } from "@/lib/kernel/errors";
import type { Asked } from "@/lib/stance/choice-address";
import { namesBehind } from "@/lib/stance/server/marks-behind";
import { readWorks } from "@/lib/stance/server/works-behind";
import { BeforeReveal } from "@/components/stance/empty";
import { figureFrom, hereOf } from "@/components/stance/place";
import { say as words } from "@/components/stance/say";
import { WorksPage } from "@/components/stance/works-page";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("works");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> };

export default async function Works({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/stance`);
  if (!seesPeers(member)) return <BeforeReveal projectId={projectId} never={false} />;
  if (!seesFigures(member)) notFound();
  const figure = figureFrom(projectId, asked);
  if (figure === null) notFound();
  const { place, whose, shown, cursor } = figure;
  const [names, list] = await Promise.all([
    namesBehind(member, { groupId: whose.groupId ?? null, workId: whose.workId ?? null, articleId: null, coderId: null, targetId: place.targetId }),
    readWorks(member, place.choice, whose, place.targetId, { cursor }),
  ]).catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  });
  return <WorksPage {...{ place, whose, names, list, shown }} say={await words()} first={cursor === undefined} here={hereOf(asked)} />;
}
