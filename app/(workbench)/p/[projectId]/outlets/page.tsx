import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { listOutlets } from "@/lib/articles/server/outlet-rows";
import { listRatings } from "@/lib/articles/server/ratings";
import { OutletList } from "@/components/outlets/outlet-list";
import { placeWords } from "@/components/outlets/place-names";
import { AreaWords } from "@/components/words/area-words";
import { requestTranslator, requestWords } from "@/components/words/request-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("outlets");

export default async function Outlets({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/outlets`);
  if (!allowed(member, "outlets.read")) notFound();
  const [t, { language: spoken }, listed, ratings] = await Promise.all([requestTranslator("outlets.place"), requestWords(), listOutlets(member), listRatings(member)]);
  const outlets = listed.map((outlet) => ({ ...outlet, place: placeWords(spoken, t, outlet) }));
  return (
    <AreaWords of={["outlets"]}>
      <OutletList projectId={projectId} outlets={outlets} ratings={ratings} mayWrite={allowed(member, "outlets.write")} />
    </AreaWords>
  );
}
