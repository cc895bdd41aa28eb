import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { seesFigures, seesPeers } from "@/lib/annotations/server/visible";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import type { Asked } from "@/lib/stance/choice-address";
import { keptFigure } from "@/lib/stance/server/kept";
import { BeforeReveal } from "@/components/stance/empty";
import { KeptPage } from "@/components/stance/kept-pages";
import { textAt } from "@/components/stance/place";
import { say as words } from "@/components/stance/say";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("kept");
type Props = { params: Promise<{ projectId: string; keptId: string }>; searchParams: Promise<Asked> };

export default async function Kept({ params, searchParams }: Props) {
  const [{ projectId, keptId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/stance/kept/${keptId}`);
  if (!seesPeers(member)) return <BeforeReveal projectId={projectId} never={false} />;
  if (!seesFigures(member)) notFound();
  if (!isId(keptId)) notFound();
  const kept = await keptFigure(member, keptId).catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  });
  return <KeptPage say={await words()} projectId={projectId} kept={kept} on={textAt(asked, "on") ?? null} />;
}
