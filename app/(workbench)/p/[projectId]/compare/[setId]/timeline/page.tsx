import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readerSettings } from "@/lib/accounts/server/reader-settings";
import { mayCompare } from "@/lib/compare/server/sight";
import { timelineAt } from "@/lib/compare/server/timeline";
import { isId } from "@/lib/kernel/id";
import { projectOf } from "@/lib/projects/server/projects";
import { BeforeComparing } from "@/components/compare/before-reveal";
import { SHOWS, TimelinePage } from "@/components/compare/timeline/timeline-page";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("timeline");
type Props = { params: Promise<{ projectId: string; setId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Timeline({ params, searchParams }: Props) {
  const { projectId, setId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/compare/${setId}/timeline`);
  if (!mayCompare(member)) return <BeforeComparing projectId={projectId} never={(await projectOf(member)).reveal === "never"} />;
  const { articles, show } = await searchParams;
  const asked = typeof articles === "string" ? articles.split(",").filter(isId) : [];
  const [timeline, { singleKeys }] = await Promise.all([timelineAt(member, setId, asked), readerSettings(member)]);
  if (!timeline) notFound();
  return (
    <AreaWords of={["timeline"]}>
      <TimelinePage {...{ projectId, timeline }} show={SHOWS.find((one) => one === show) ?? "all"} query={asked.length === 0 ? "" : `articles=${asked.join(",")}`} mayWrite={allowed(member, "compare.write")} keys={singleKeys} />
    </AreaWords>
  );
}
