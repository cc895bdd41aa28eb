import { notFound, redirect } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { seesFigures, seesPeers } from "@/lib/annotations/server/visible";
import { projectOf } from "@/lib/projects/server/projects";
import { type Asked, choiceFrom } from "@/lib/stance/choice-address";
import { PICTURES } from "@/lib/stance/pictures/picture";
import { targetsFor } from "@/lib/stance/server/pictures/around";
import { readPictures } from "@/lib/stance/server/pictures/read-pictures";
import { BeforeReveal, NoTargets } from "@/components/stance/empty";
import { PicturesPage } from "@/components/stance/pictures/pictures-page";
import { say as words } from "@/components/stance/pictures/say";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("pictures");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> };

export default async function Page({ params, searchParams }: Props) {
  const [{ projectId }, asked] = [await params, await searchParams];
  const member = await pageMember(projectId, `/p/${projectId}/stance/pictures`);
  if (!seesPeers(member)) return <BeforeReveal projectId={projectId} never={(await projectOf(member)).reveal === "never"} />;
  if (!seesFigures(member)) notFound();
  const choice = choiceFrom(asked);
  // What no longer means anything is left out of the address, as on the stance page.
  if (!choice.ok) redirect(`/p/${projectId}/stance/pictures`);
  const targets = await targetsFor(member, choice.value);
  const target = targets.find((one) => one.id === asked["toward"]) ?? targets[0];
  if (target === undefined) return choice.value.targetIds.length > 0 ? notFound() : <NoTargets projectId={projectId} role={member.role} />;
  const picture = PICTURES.find((name) => name === asked["picture"]) ?? null;
  const hideNames = asked["names"] === "hidden";
  const pictures = await readPictures(member, { choice: choice.value, targetId: target.id, hideNames }, picture === null ? PICTURES : [picture]);
  return <PicturesPage say={await words()} place={{ projectId, choice: choice.value, targetId: target.id, picture, hideNames }} {...{ targets, pictures }} mayHide={member.role !== "annotator"} />;
}
