import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { listOutlets } from "@/lib/articles/server/outlet-rows";
import { NewArticles } from "@/components/articles/new-articles";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("addArticles");

export default async function AddArticles({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/articles/new`);
  if (!allowed(member, "articles.write")) notFound();
  const outlets = await listOutlets(member);
  return <NewArticles projectId={projectId} outlets={outlets.flatMap((outlet) => [outlet.name, ...outlet.aliases])} />;
}
