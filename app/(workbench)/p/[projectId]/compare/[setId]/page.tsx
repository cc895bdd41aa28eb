import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readerSettings } from "@/lib/accounts/server/reader-settings";
import { readLook } from "@/lib/compare/address";
import { comparisonAt } from "@/lib/compare/server/comparison-page";
import { mayCompare } from "@/lib/compare/server/sight";
import { timelineAt } from "@/lib/compare/server/timeline";
import { isId } from "@/lib/kernel/id";
import { projectOf } from "@/lib/projects/server/projects";
import { BeforeComparing } from "@/components/compare/before-reveal";
import { CompareScreen } from "@/components/compare/compare-screen";
import { TimelineStrip } from "@/components/compare/timeline/timeline-strip";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("comparison");
type Props = { params: Promise<{ projectId: string; setId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparisonPage({ params, searchParams }: Props) {
  const { projectId, setId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/compare/${setId}`);
  if (!mayCompare(member)) return <BeforeComparing projectId={projectId} never={(await projectOf(member)).reveal === "never"} />;
  const look = readLook(await searchParams, isId);
  // Lanes carry the names of outlets, which may be hidden.
  const [found, { singleKeys }, timeline] = await Promise.all([comparisonAt(member, setId, look), readerSettings(member), look.names ? timelineAt(member, setId, look.articles) : null]);
  if (!found) notFound();
  const above = timeline && <TimelineStrip timeline={timeline} href={`/p/${projectId}/compare/${setId}/timeline${look.articles.length > 0 ? `?articles=${look.articles.join(",")}` : ""}`} />;
  return (
    <AreaWords of={["compare"]}>
      <CompareScreen {...{ projectId, found, look, above }} mayWrite={allowed(member, "compare.write")} mayMakeSets={allowed(member, "articles.write")} keys={singleKeys} />
    </AreaWords>
  );
}
