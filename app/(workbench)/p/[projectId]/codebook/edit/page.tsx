import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { PRESETS } from "@/lib/codebook/presets/apply";
import { readCodebook, readVersion } from "@/lib/codebook/server/versions";
import { EditScreen } from "@/components/codebook/edit/edit-screen";
import { NoDraft } from "@/components/codebook/edit/no-draft";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("codebookEdit");

export default async function EditCodebook({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/codebook/edit`);
  if (!allowed(member, "codebook.write")) notFound();
  const { current, draft } = await readCodebook(member);
  if (draft === null) return <NoDraft projectId={projectId} number={current.number} />;
  const { id, number, version, content } = await readVersion(member, draft.id);
  return <EditScreen key={id} projectId={projectId} draft={{ id, number, version, content }} published={current.content} presets={PRESETS} />;
}
