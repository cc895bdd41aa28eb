import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { requestTranslator } from "@/components/words/request-words";
import type { TargetHits } from "@/lib/codebook/server/target-hits";
import type { Target } from "@/lib/codebook/target";
import { FinishedSection, type FinishedPage } from "./finished-work";
import { TargetHitsSection } from "./target-hits";
import "./targets.css";

/** One target: where its names stand in the collection, and what was finished before it was there. */
export async function TargetPage({ projectId, target, hits, finished }: { projectId: string; target: Target; hits: TargetHits; finished: FinishedPage }) {
  const t = await requestTranslator("targets.page");
  const state = target.archived ? t("outOfUse") : target.isFocus ? t("inFocus") : t("notInFocus");
  return (
    <div className="page target-page">
      <PageHead title={<bdi>{target.name}</bdi>} facts={[state, ...target.merged.map(({ name }) => t("withMarks", { name }))].join(", ")} acts={<Button size="small" href={`/p/${projectId}/targets`}>{t("all")}</Button>} sub={target.description === "" ? undefined : target.description} />
      <TargetHitsSection projectId={projectId} first={hits} />
      <FinishedSection projectId={projectId} first={finished} />
    </div>
  );
}
