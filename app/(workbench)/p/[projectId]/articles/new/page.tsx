import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { listImports } from "@/lib/articles/server/imports/import-sql";
import { env } from "@/lib/platform/env";
import { projectOf } from "@/lib/projects/server/projects";
import { NewArticles } from "@/components/intake/new-articles";
import { wayOf } from "@/components/intake/way";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("addArticles");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<{ way?: string | string[] }> };

export default async function AddArticles({ params, searchParams }: Props) {
  const [{ projectId }, { way }] = await Promise.all([params, searchParams]);
  const member = await pageMember(projectId, `/p/${projectId}/articles/new`);
  if (!allowed(member, "articles.write")) notFound();
  const [recent, project] = await Promise.all([listImports(member, { limit: 10 }), projectOf(member)]);
  return <NewArticles projectId={projectId} project={project.name} mayFetch={env().SLANTWISE_FETCH === "1"} way={wayOf(way)} recent={recent} />;
}
