import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readPlace } from "@/lib/assignments/queue";
import { myQueue } from "@/lib/assignments/server/queue";
import { myPractice } from "@/lib/annotations/server/practice";
import { upheldRates } from "@/lib/adjudication/server/around/upheld";
import { projectOf } from "@/lib/projects/server/projects";
import { PracticeStatus } from "@/components/practice/practice-status";
import { OwnUpheld } from "@/components/upheld/own-upheld";
import { QueuePage } from "@/components/queue/queue-page";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("annotate");

export default async function AnnotateQueue({ params, searchParams }: { params: Promise<{ projectId: string }>; searchParams: Promise<{ after?: string | string[] }> }) {
  const { projectId } = await params;
  const { after: asked } = await searchParams;
  // A mangled place in the queue opens its beginning.
  const after = typeof asked === "string" && readPlace(asked) ? asked : undefined;
  const member = await pageMember(projectId, `/p/${projectId}/annotate`);
  if (!allowed(member, "annotate")) notFound();
  const [queue, project, practice, own] = await Promise.all([myQueue(member, { after, limit: 100 }), projectOf(member), myPractice(member), member.role === "annotator" && member.revealed ? upheldRates(member) : []]);
  return <QueuePage projectId={projectId} queue={queue} mayAssign={allowed(member, "assignments.manage")} projectName={project.name} practice={<><PracticeStatus practice={practice} /><OwnUpheld projectId={projectId} rate={own[0]} /></>} />;
}
