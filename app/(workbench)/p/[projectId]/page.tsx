import { redirect } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { lessonKind } from "@/lib/lessons/server/list-lessons";

/** A project opens where its member's work is. */
export default async function ProjectHome({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}`);
  if ((await lessonKind(member)) !== null && (member.role === "annotator" || member.role === "coordinator")) redirect(`/p/${projectId}/lesson`);
  redirect(`/p/${projectId}/${member.role === "annotator" ? "annotate" : "articles"}`);
}
