import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { affectedSpans } from "@/lib/codebook/server/affected";
import { listProposals } from "@/lib/codebook/server/proposals";
import { readCodebook, readVersion } from "@/lib/codebook/server/versions";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { CodebookPage } from "@/components/codebook/document/codebook-page";
import { shownVersion, versionLine } from "@/components/codebook/shown";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("codebook");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<{ version?: string | string[] }> };

export default async function Codebook({ params, searchParams }: Props) {
  const [{ projectId }, { version: asked }] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/codebook`);
  if (asked !== undefined && !isId(asked)) notFound();
  const [{ current, draft, versions }, affected, proposed] = await Promise.all([readCodebook(member), allowed(member, "assignments.return") ? affectedSpans(member, { state: "open", limit: 1 }) : null, allowed(member, "adjudicate") ? listProposals(member, { state: "open", limit: 1 }) : null]);
  const version = asked === undefined || asked === current.id ? current : await readVersion(member, asked).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  if (version.state === "draft") notFound();
  return <CodebookPage projectId={projectId} version={shownVersion(version)} versions={versions.map(versionLine)} draft={draft && { number: draft.number }} mayWrite={allowed(member, "codebook.write")} affected={affected && { open: affected.open, settled: affected.settled }} proposed={proposed?.open ?? null} />;
}
