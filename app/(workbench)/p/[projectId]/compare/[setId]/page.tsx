import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readerSettings } from "@/lib/accounts/server/reader-settings";
import { readLook } from "@/lib/compare/address";
import { comparisonAt } from "@/lib/compare/server/comparison-page";
import { mayCompare } from "@/lib/compare/server/sight";
import { isId } from "@/lib/kernel/id";
import { projectOf } from "@/lib/projects/server/projects";
import { BeforeComparing } from "@/components/compare/before-reveal";
import { CompareScreen } from "@/components/compare/compare-screen";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("comparison");
type Props = { params: Promise<{ projectId: string; setId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparisonPage({ params, searchParams }: Props) {
  const { projectId, setId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/compare/${setId}`);
  if (!mayCompare(member)) return <BeforeComparing projectId={projectId} never={(await projectOf(member)).reveal === "never"} />;
  const look = readLook(await searchParams, isId);
  const [found, { singleKeys }] = await Promise.all([comparisonAt(member, setId, look), readerSettings(member)]);
  if (!found) notFound();
  return (
    <AreaWords of={["compare"]}>
      <CompareScreen {...{ projectId, found, look }} mayWrite={allowed(member, "compare.write")} mayMakeSets={allowed(member, "articles.write")} keys={singleKeys} />
    </AreaWords>
  );
}
