import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { meetingPassages } from "@/lib/adjudication/server/around/meeting";
import { MeetingView } from "@/components/meeting/meeting-view";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("meeting");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<{ seed?: string | string[] }> };

export default async function Meeting({ params, searchParams }: Props) {
  const [{ projectId }, { seed: asked }] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/adjudicate/meeting`);
  if (!allowed(member, "adjudicate")) notFound();
  const seed = typeof asked === "string" && /^\d{1,9}$/u.test(asked) ? asked : "1";
  return <AreaWords of={["meeting"]}><MeetingView key={seed} projectId={projectId} seed={Number(seed)} passages={await meetingPassages(member, { seed, n: 12 })} /></AreaWords>;
}
