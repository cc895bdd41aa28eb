import { notFound } from "next/navigation";
import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readCursor } from "@/lib/articles/cursor";
import { listArticles } from "@/lib/articles/server/list-articles";
import { readSet } from "@/lib/articles/server/sets/sets";
import { seesProgress } from "@/lib/articles/server/visible";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { SetPage } from "@/components/sets/set-page";
import { AreaWords } from "@/components/words/area-words";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("set");
type Props = { params: Promise<{ projectId: string; setId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ArticleSet({ params, searchParams }: Props) {
  const { projectId, setId } = await params;
  const member = await pageMember(projectId, `/p/${projectId}/sets/${setId}`);
  if (!isId(setId) || !allowed(member, "sets.read")) notFound();
  const set = await readSet(member, setId).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  const { after, before } = await searchParams;
  const place = (text: string | string[] | undefined) => (typeof text === "string" && readCursor(text) ? text : undefined);
  const page = await listArticles(member, { setId, order: "oldest", limit: 50, after: place(after), before: place(after) === undefined ? place(before) : undefined });
  return (
    <AreaWords of={["articles", "names", "sets"]}>
      <SetPage {...{ projectId, set, page }} mayWrite={allowed(member, "articles.write")} seesProgress={seesProgress(member)} />
    </AreaWords>
  );
}
