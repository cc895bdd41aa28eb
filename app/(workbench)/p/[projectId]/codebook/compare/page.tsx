import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { compareVersions } from "@/lib/codebook/server/changes";
import { readCodebook, readVersion } from "@/lib/codebook/server/versions";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { ComparePage } from "@/components/codebook/compare/compare-page";
import { shownVersion, versionLine } from "@/components/codebook/shown";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("codebookCompare");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<{ from?: string | string[]; to?: string | string[] }> };

export default async function Compare({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/codebook`);
  const { current, versions } = await readCodebook(member);
  const to = asked.to ?? current.id;
  const from = asked.from ?? versions[1]?.id ?? current.id;
  if (!isId(from) || !isId(to)) notFound();
  const [before, after, changes] = await Promise.all([readVersion(member, from), readVersion(member, to), compareVersions(member, from, to)]).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  return <ComparePage projectId={projectId} versions={versions.map(versionLine)} from={shownVersion(before)} to={shownVersion(after)} changes={changes} />;
}
