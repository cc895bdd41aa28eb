import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { seesFigures, seesPeers } from "@/lib/annotations/server/visible";
import { AppError } from "@/lib/kernel/errors";
import type { Asked } from "@/lib/stance/choice-address";
import { marksQueryFrom } from "@/lib/stance/marks-query";
import { marksBehind, namesBehind } from "@/lib/stance/server/marks-behind";
import { BeforeReveal } from "@/components/stance/empty";
import { hereOf, textAt } from "@/components/stance/place";
import { say as words } from "@/components/stance/say";
import { SpansPage } from "@/components/stance/spans-page";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("spans");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> };

export default async function Spans({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/stance`);
  if (!seesPeers(member)) return <BeforeReveal projectId={projectId} never={false} />;
  if (!seesFigures(member)) notFound();
  const read = marksQueryFrom(asked);
  if (!read.ok) notFound();
  const query = read.value;
  const cursor = textAt(asked, "cursor");
  const [names, list] = await Promise.all([namesBehind(member, query), marksBehind(member, query, { cursor })]).catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  });
  const whose = query.groupId !== null ? { groupId: query.groupId } : query.workId !== null ? { workId: query.workId } : null;
  const place = { projectId, choice: query.choice, targetId: query.targetId, whose, from: 0 };
  return <SpansPage {...{ place, query, names, list }} say={await words()} first={cursor === undefined} shown={textAt(asked, "shown")} here={hereOf(asked)} />;
}
