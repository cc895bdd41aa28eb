import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { affectedSpans } from "@/lib/codebook/server/affected";
import { readCodebook } from "@/lib/codebook/server/versions";
import { AffectedPage } from "@/components/codebook/affected/affected-page";
import { readAffectedQuery } from "@/components/codebook/affected/query";
import { affectedMark } from "@/components/codebook/shown";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("codebookAffected");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Affected({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/codebook/affected`);
  if (!allowed(member, "assignments.return")) notFound();
  const query = readAffectedQuery(asked);
  const [page, { current, versions }] = await Promise.all([affectedSpans(member, { ...query, limit: 100 }), readCodebook(member)]);
  const touching = versions.filter((version) => version.changes.some((change) => change.meaning)).map((version) => version.number);
  return <AffectedPage projectId={projectId} query={query} versions={touching} page={{ ...page, items: page.items.map(affectedMark) }} framingNames={Object.fromEntries(current.content.framing.map(({ id, name }) => [id, name]))} />;
}
