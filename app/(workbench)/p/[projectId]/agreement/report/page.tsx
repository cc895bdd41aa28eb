import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { type Asked, choiceFrom } from "@/lib/agreement/choice-query";
import { readChoices } from "@/lib/agreement/server/choices";
import { readAgreement } from "@/lib/agreement/server/read-agreement";
import { now } from "@/lib/platform/clock";
import { projectOf } from "@/lib/projects/server/projects";
import { missingOf, NothingToCompare } from "@/components/agreement/empty";
import { ReliabilityReport } from "@/components/agreement/report-page";
import { say as words } from "@/components/agreement/say";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("reliability");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> };

export default async function Page({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/agreement/report`);
  // A class gets counts alone.
  if (!allowed(member, "agreement.read") || member.projectKind === "class") notFound();
  const [say, choices, project] = await Promise.all([words(), readChoices(member), projectOf(member)]);
  const place = { projectId, choice: choiceFrom(asked, choices.sets), hideNames: asked["names"] === "hidden", adjudicates: allowed(member, "adjudicate") };
  const report = await readAgreement(member, place.choice);
  const missing = missingOf(report, choices.annotators.length, place.choice);
  if (missing !== null) return <NothingToCompare {...{ say, place, report, missing }} mayAssign={allowed(member, "assignments.manage")} />;
  return <ReliabilityReport {...{ say, place, choices, report }} project={project.name} date={now().toISOString().slice(0, 10)} />;
}
