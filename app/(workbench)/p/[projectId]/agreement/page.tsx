import { notFound } from "next/navigation";
import { Suspense } from "react";
import { allowed, type MemberActor } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { type Asked, choiceFrom, choiceParams } from "@/lib/agreement/choice-query";
import { readChoices } from "@/lib/agreement/server/choices";
import { readAgreement, readClassCounts } from "@/lib/agreement/server/read-agreement";
import { AgreementPage } from "@/components/agreement/agreement-page";
import type { GammaChoice } from "@/components/agreement/gamma/api";
import { GammaPanel } from "@/components/agreement/gamma/gamma-panel";
import { ClassPage } from "@/components/agreement/class-counts";
import { missingOf, NothingToCompare } from "@/components/agreement/empty";
import { say as words } from "@/components/agreement/say";
import { OutcomeLinks } from "@/components/upheld/outcome-links";
import { Skeleton } from "@/components/ui/skeleton";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("agreement");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> };

export default async function Page({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/agreement`);
  if (!allowed(member, "agreement.read")) notFound();
  const t = await requestTranslator("agreement");
  return <Suspense key={JSON.stringify(asked)} fallback={<div className="page"><Skeleton label={t("loading")} rows={14} /></div>}><Body member={member} asked={asked} /></Suspense>;
}

async function Body({ member, asked }: { member: MemberActor; asked: Asked }) {
  const { projectId } = member;
  const [say, genres, choices] = await Promise.all([words(), requestTranslator("names.genres"), readChoices(member)]);
  const choice = choiceFrom(asked, choices.sets);
  if (member.projectKind === "class") return <ClassPage say={say} projectId={projectId} counts={await readClassCounts(member, choice)} />;
  const place = { projectId, choice, hideNames: asked["names"] === "hidden", adjudicates: allowed(member, "adjudicate") };
  const report = await readAgreement(member, choice);
  const missing = missingOf(report, choices.annotators.length, choice);
  if (missing !== null) return <NothingToCompare {...{ say, place, report, missing }} mayAssign={allowed(member, "assignments.manage")} />;
  const gamma = <AreaWords of={["gamma"]}><GammaPanel projectId={projectId} choice={choiceParams(choice) as GammaChoice} mayStart={allowed(member, "adjudicate")} /></AreaWords>;
  return <AgreementPage {...{ say, genres, place, choices, report }} more={<>{gamma}<OutcomeLinks projectId={projectId} mayMeet={allowed(member, "adjudicate")} /></>} />;
}
