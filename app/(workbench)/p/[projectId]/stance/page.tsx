import { pageMember } from "@/lib/accounts/server/page-actor";
import { seesPeers } from "@/lib/annotations/server/visible";
import { projectOf } from "@/lib/projects/server/projects";
import { readStance } from "@/lib/stance/server/read-stance";
import { BeforeReveal, NothingSubmitted, NoTargets } from "@/components/stance/empty";
import { StanceScreen } from "@/components/stance/stance-screen";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("stance");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StancePage({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/stance`);
  if (!seesPeers(member)) return <BeforeReveal projectId={projectId} never={(await projectOf(member)).reveal === "never"} />;
  const stance = await readStance(member, { by: asked["by"] === "publisher" ? "publisher" : "outlet" });
  const target = stance.targets.find((one) => one.id === asked["target"]) ?? stance.targets.find((one) => one.isFocus) ?? stance.targets[0];
  if (target === undefined) return <NoTargets projectId={projectId} role={member.role} />;
  if (stance.articlesRead === 0) return <NothingSubmitted projectId={projectId} role={member.role} />;
  return <StanceScreen projectId={projectId} stance={stance} targetId={target.id} outletId={typeof asked["outlet"] === "string" ? asked["outlet"] : null} />;
}
