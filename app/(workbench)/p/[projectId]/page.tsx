import { redirect } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";

/** A project opens where its member's work is. */
export default async function ProjectHome({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}`);
  redirect(`/p/${projectId}/${member.role === "annotator" ? "annotate" : "articles"}`);
}
