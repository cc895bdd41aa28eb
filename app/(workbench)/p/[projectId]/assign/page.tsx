import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { collectionSize } from "@/lib/articles/server/list-articles";
import { listOutlets } from "@/lib/articles/server/outlet-rows";
import { assignableMembers } from "@/lib/assignments/server/assignable";
import { listBatches } from "@/lib/assignments/server/batches";
import { isId } from "@/lib/kernel/id";
import { AssignPage } from "@/components/assign/assign-page";
import { NothingToAssign } from "@/components/assign/nothing-to-assign";
import { pageTitle } from "@/components/words/page-title";
import { requestTranslator } from "@/components/words/request-words";

export const generateMetadata = pageTitle("assign");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<{ articles?: string | string[] }> };

export default async function Assign({ params, searchParams }: Props) {
  const { projectId } = await params;
  const { articles } = await searchParams;
  const member = await pageMember(projectId, `/p/${projectId}/assign`);
  if (!allowed(member, "assignments.manage")) notFound();
  const [size, outlets, people, batches] = await Promise.all([collectionSize(member), listOutlets(member), assignableMembers(member), listBatches(member)]);
  if (size.articles.value === 0 || people.length === 0) return <NothingToAssign projectId={projectId} articles={size.articles.value} />;
  const t = await requestTranslator("articles");
  const all = t(size.articles.more ? "countMore" : "count", { n: size.articles.value });
  // What a mangled address names is left out.
  const chosen = typeof articles === "string" ? [...new Set(articles.split(",").filter(isId))] : [];
  return <AssignPage {...{ projectId, chosen, all, people, batches }} outlets={outlets.map(({ id, name }) => ({ id, name }))} />;
}
