import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { seesFigures, seesPeers } from "@/lib/annotations/server/visible";
import { isId } from "@/lib/kernel/id";
import type { Asked } from "@/lib/stance/choice-address";
import { keptFigures } from "@/lib/stance/server/kept";
import { BeforeReveal } from "@/components/stance/empty";
import { KeptList } from "@/components/stance/kept-pages";
import { textAt } from "@/components/stance/place";
import { say as words } from "@/components/stance/say";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("kept");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> };

export default async function Kept({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/stance/kept`);
  if (!seesPeers(member)) return <BeforeReveal projectId={projectId} never={false} />;
  if (!seesFigures(member)) notFound();
  const after = textAt(asked, "after");
  if (after !== undefined && !isId(after)) notFound();
  const { items, next } = await keptFigures(member, { after });
  return <KeptList say={await words()} projectId={projectId} items={items} next={next} />;
}
