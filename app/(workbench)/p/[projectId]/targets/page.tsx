import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { listSuggestions } from "@/lib/codebook/server/suggestions";
import { listTargets } from "@/lib/codebook/server/targets";
import { LiveRefresh } from "@/components/live/live-refresh";
import { OwnPanel } from "@/components/targets/own-panel";
import { suggestionLine } from "@/components/targets/suggestion-line";
import { SuggestionsPanel } from "@/components/targets/suggestions-panel";
import { TargetList } from "@/components/targets/target-list";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("targets");

export default async function Targets({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/targets`);
  const [mayWrite, mayLook, maySuggest] = [allowed(member, "targets.write"), allowed(member, "progress.read"), allowed(member, "targets.suggest")];
  const [targets, open, decided] = await Promise.all([
    listTargets(member, { archived: mayWrite }),
    maySuggest ? listSuggestions(member, mayLook ? { state: "open", limit: 20 } : {}) : null,
    mayLook ? listSuggestions(member, { state: "decided", limit: 20 }) : null,
  ]);
  const items = open?.items.map(suggestionLine) ?? [];
  const decidedItems = decided?.items.map(suggestionLine) ?? [];
  const suggestions = mayLook ? <SuggestionsPanel projectId={projectId} items={items} open={open?.open ?? 0} decided={decidedItems} targets={targets.filter((target) => !target.archived)} mayDecide={mayWrite} /> : maySuggest && <OwnPanel projectId={projectId} items={items} />;
  return (
    <>
      <TargetList projectId={projectId} targets={targets} mayWrite={mayWrite} mayLook={mayLook} suggestions={suggestions} />
      {maySuggest && <LiveRefresh projectId={projectId} />}
    </>
  );
}
