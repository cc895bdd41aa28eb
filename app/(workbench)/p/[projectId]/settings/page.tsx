import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { blindingStanding } from "@/lib/projects/server/blinding";
import { projectOf } from "@/lib/projects/server/projects";
import { AbandonSection } from "@/components/settings/abandon-section";
import { AdjudicationSection } from "@/components/settings/adjudication-section";
import { BlindingSection } from "@/components/settings/blinding-section";
import { FiguresSection } from "@/components/settings/figures-section";
import { PracticeSection } from "@/components/settings/practice-section";
import { RevealSection } from "@/components/settings/reveal-section";
import { SettingsForm } from "@/components/settings/settings-form";
import { SuggestionsSection } from "@/components/settings/suggestions-section";
import { PageHead } from "@/components/ui/page-head";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("settings");

export default async function Settings({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/settings`);
  if (!allowed(member, "project.manage")) notFound();
  const { id, name, description, assignEveryone, reveal, revealedAt, version, kind, practiceThreshold, practiceMinimum, abandonAfterDays, allowSuggestions, sourceBlind, sourceReveal, boundaryRule, hideAnnotators, askShowsPeers, suggestSettled, addressedBy, sampling } = await projectOf(member);
  const [standing, t] = await Promise.all([blindingStanding(member), requestTranslator("settings")]);
  return (
    <AreaWords of={["settings"]}><div className="page narrow">
      <PageHead title={t("title")} facts={t(`kinds.${kind}`)} />
      <SettingsForm project={{ id, name, description, assignEveryone, version }} />
      {revealedAt === null && <BlindingSection key={version} projectId={id} version={version} kind={kind} blinding={{ reveal, sourceBlind, sourceReveal }} {...standing} />}
      {kind === "research" && <PracticeSection projectId={id} version={version} threshold={practiceThreshold} minimum={practiceMinimum} />}
      {kind === "research" && <AbandonSection key={`abandon ${abandonAfterDays}`} projectId={id} version={version} days={abandonAfterDays} />}
      <SuggestionsSection key={`suggestions ${version}`} projectId={id} version={version} allowed={allowSuggestions} settled={suggestSettled} />
      <AdjudicationSection key={`adjudication ${version}`} projectId={id} version={version} rules={{ boundaryRule, hideAnnotators, askShowsPeers }} />
      <FiguresSection key={`figures ${version}`} projectId={id} version={version} rules={{ addressedBy, sampling }} />
      <RevealSection projectId={id} version={version} revealedAt={revealedAt && new Date(revealedAt).toISOString()} reveal={reveal} sourceBlind={sourceBlind} />
    </div></AreaWords>
  );
}
