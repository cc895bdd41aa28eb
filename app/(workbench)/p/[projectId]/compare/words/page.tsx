import { pageMember } from "@/lib/accounts/server/page-actor";
import { mayCompare } from "@/lib/compare/server/sight";
import { readWordsPage } from "@/lib/compare/server/words-page";
import { projectOf } from "@/lib/projects/server/projects";
import { BeforeComparing } from "@/components/compare/before-reveal";
import { WordsScreen } from "@/components/compare/words/words-screen";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("comparingWords");

export default async function ProjectWords({ params, searchParams }: { params: Promise<{ projectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/compare/words`);
  if (!mayCompare(member)) return <BeforeComparing projectId={projectId} never={(await projectOf(member)).reveal === "never"} />;
  return <WordsScreen projectId={projectId} {...await readWordsPage(member, null, await searchParams)} />;
}
