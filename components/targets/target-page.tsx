import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import type { TargetHits } from "@/lib/codebook/server/target-hits";
import type { Target } from "@/lib/codebook/target";
import { FinishedSection, type FinishedPage } from "./finished-work";
import { TargetHitsSection } from "./target-hits";
import "./targets.css";

/** One target: where its names stand in the collection, and what was finished before it was there. */
export function TargetPage({ projectId, target, hits, finished }: { projectId: string; target: Target; hits: TargetHits; finished: FinishedPage }) {
  return (
    <div className="page target-page">
      <PageHead title={<bdi>{target.name}</bdi>} facts={[target.archived ? "out of use" : target.isFocus ? "in focus" : "not in focus", ...target.merged.map((one) => `with the marks of ${one.name}`)].join(", ")} acts={<Button size="small" href={`/p/${projectId}/targets`}>All targets</Button>} sub={target.description === "" ? undefined : target.description} />
      <TargetHitsSection projectId={projectId} first={hits} />
      <FinishedSection projectId={projectId} first={finished} />
    </div>
  );
}
