import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { isDay } from "@/lib/articles/provenance";
import { proposeSets } from "@/lib/articles/server/sets/proposals";
import { listSets } from "@/lib/articles/server/sets/sets";
import { SetList } from "@/components/sets/set-list";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("sets");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Sets({ params, searchParams }: Props) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/sets`);
  if (!allowed(member, "sets.read")) notFound();
  const { until: asked } = await searchParams;
  const until = typeof asked === "string" && isDay(asked) ? asked : undefined;
  const [sets, proposals] = await Promise.all([listSets(member), proposeSets(member, until)]);
  return (
    <AreaWords of={["sets"]}>
      <SetList {...{ projectId, sets, proposals, until }} mayWrite={allowed(member, "articles.write")} />
    </AreaWords>
  );
}
