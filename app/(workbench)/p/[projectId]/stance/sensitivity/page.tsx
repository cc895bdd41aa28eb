import { notFound } from "next/navigation";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { seesFigures, seesPeers } from "@/lib/annotations/server/visible";
import { AppError } from "@/lib/kernel/errors";
import type { Asked } from "@/lib/stance/choice-address";
import { readSensitivity } from "@/lib/stance/server/read-sensitivity";
import { BeforeReveal } from "@/components/stance/empty";
import { type FigurePlace, figureFrom } from "@/components/stance/place";
import { say as words } from "@/components/stance/say";
import { SensitivityPage } from "@/components/stance/sensitivity-page";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("sensitivity");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> };

export default async function Page({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/stance`);
  if (!seesPeers(member)) return <BeforeReveal projectId={projectId} never={false} />;
  if (!seesFigures(member)) notFound();
  const figure = figureFrom(projectId, asked);
  if (figure === null) notFound();
  return <Body member={member} figure={figure} />;
}

async function Body({ member, figure: { place, whose, shown } }: { member: MemberActor; figure: FigurePlace }) {
  const found = await readSensitivity(member, place.choice, whose, place.targetId).catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  });
  return <SensitivityPage {...{ place, whose, found, shown }} say={await words()} />;
}
