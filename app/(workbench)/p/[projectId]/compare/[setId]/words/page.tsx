import { notFound } from "next/navigation";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { mayCompare } from "@/lib/compare/server/sight";
import { readWordsPage } from "@/lib/compare/server/words-page";
import { idIn } from "@/lib/compare/words/query";
import { AppError } from "@/lib/kernel/errors";
import { projectOf } from "@/lib/projects/server/projects";
import { BeforeComparing } from "@/components/compare/before-reveal";
import { WordsScreen } from "@/components/compare/words/words-screen";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("comparingWords");

export default async function SetWords({ params, searchParams }: { params: Promise<{ projectId: string; setId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { projectId, setId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/compare/${setId}/words`);
  if (!mayCompare(member)) return <BeforeComparing projectId={projectId} never={(await projectOf(member)).reveal === "never"} />;
  const id = idIn(setId);
  if (id === null) notFound();
  const read = await readWordsPage(member, id, await searchParams).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  return <WordsScreen projectId={projectId} {...read} />;
}
