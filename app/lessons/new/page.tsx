import { notFound } from "next/navigation";
import { pageMember, signedIn } from "@/lib/accounts/server/page-actor";
import { listArticles } from "@/lib/articles/server/list-articles";
import { lessonSources } from "@/lib/lessons/server/list-lessons";
import { env } from "@/lib/platform/env";
import { projectOf } from "@/lib/projects/server/projects";
import { AccountFrame } from "@/components/accounts/account-frame";
import { StartLesson } from "@/components/lesson-plan/start-lesson";
import { LanBanner } from "@/components/projects/lan-banner";
import { PageHead } from "@/components/ui/page-head";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("lessonStart");

/** Where a teacher starts a lesson: of the sample, of a template, of articles of their own. */
export default async function NewLesson({ searchParams }: { searchParams: Promise<{ project?: string | string[] }> }) {
  const actor = await signedIn("/lessons/new");
  if (actor.userKind !== "person") notFound();
  const { project } = await searchParams;
  const [sources, chosen, t] = await Promise.all([lessonSources(actor), typeof project === "string" ? articlesOf(project) : null, requestTranslator()]);
  return (
    <AccountFrame userId={actor.userId} name={actor.userName ?? t("shell.you")} banner={env().SLANTWISE_LAN === "1" && <LanBanner />}>
      <PageHead title={t("lessonStart.title")} sub={t("lessonStart.sub")} />
      <AreaWords of={["lessonStart"]}><StartLesson {...sources} chosen={chosen} /></AreaWords>
    </AccountFrame>
  );
}

async function articlesOf(projectId: string) {
  const member = await pageMember(projectId, `/lessons/new?project=${projectId}`);
  if (member.role !== "coordinator") notFound();
  const [{ name }, { items }] = await Promise.all([projectOf(member), listArticles(member, { order: "newest", limit: 100 })]);
  return { id: projectId, name, articles: items.map(({ id, title, outlet }) => ({ id, title, outlet: outlet?.name ?? null })) };
}
