import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readLook } from "@/lib/compare/address";
import { comparisonAt } from "@/lib/compare/server/comparison-page";
import { isId } from "@/lib/kernel/id";
import { Projector } from "@/components/compare/projector";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("projector");
type Props = { params: Promise<{ projectId: string; setId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProjectorPage({ params, searchParams }: Props) {
  const { projectId, setId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/compare/${setId}/projector`);
  const look = readLook(await searchParams, isId);
  const found = await comparisonAt(member, setId, look);
  if (!found || found.columns.length === 0) notFound();
  return <AreaWords of={["compare"]}><Projector {...{ projectId, found, look }} /></AreaWords>;
}
