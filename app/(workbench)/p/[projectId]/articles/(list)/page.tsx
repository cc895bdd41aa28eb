import { allowed } from "@/lib/accounts/server/actor";
import { pageMember } from "@/lib/accounts/server/page-actor";
import { readCursor, readRankCursor } from "@/lib/articles/cursor";
import { isFiltered, readQuery, withoutTelling, writeQuery } from "@/lib/articles/filters";
import { collectionSize, countArticles, listArticles } from "@/lib/articles/server/list-articles";
import { listOutlets } from "@/lib/articles/server/outlet-rows";
import { listSets } from "@/lib/articles/server/sets/sets";
import { seesAllArticles, seesProgress } from "@/lib/articles/server/visible";
import { assignableMembers } from "@/lib/assignments/server/assignable";
import { listTargets } from "@/lib/codebook/server/targets";
import { ArticleList } from "@/components/articles/article-list";
import { LiveRefresh } from "@/components/live/live-refresh";
import { FirstArticles } from "@/components/intake/first-articles";
import { pageTitle } from "@/components/words/page-title";

export const generateMetadata = pageTitle("articles");
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Articles({ params, searchParams }: Props) {
  const { projectId } = await params;
  const asked = readQuery(await searchParams);
  // An old or mangled place in the list opens its beginning.
  const best = asked.order === "best";
  const whole = { ...asked, after: asked.after && (best ? readRankCursor(asked.after) : readCursor(asked.after)) ? asked.after : undefined, before: !best && !asked.after && asked.before && readCursor(asked.before) ? asked.before : undefined };
  const member = await pageMember(projectId, `/p/${projectId}/articles${writeQuery(whole)}`);
  const query = member.sourceBlind ? withoutTelling(whole) : whole;
  const mayWrite = allowed(member, "articles.write");
  const [page, size, outlets, members, targets, sets] = await Promise.all([
    listArticles(member, { ...query, limit: 50 }),
    collectionSize(member),
    allowed(member, "outlets.read") ? listOutlets(member) : [],
    mayWrite ? assignableMembers(member) : [],
    member.sourceBlind ? [] : listTargets(member),
    allowed(member, "sets.read") ? listSets(member) : [],
  ]);
  if (mayWrite && size.articles.value === 0 && !isFiltered(query) && (await countArticles(member, { state: "archived" })).value === 0) {
    return <FirstArticles projectId={projectId} targets={targets.length} annotators={members.filter((other) => other.role === "annotator").length} />;
  }
  return (
    <>
      {seesProgress(member) && <LiveRefresh projectId={projectId} />}
      <ArticleList
        {...{ projectId, query, page, size, members, mayWrite }}
        outlets={outlets.map(({ id, name }) => ({ id, name }))}
        targets={targets.map(({ id, name }) => ({ id, name }))}
        sets={sets.map(({ id, name }) => ({ id, name }))}
        seesAll={seesAllArticles(member)}
        seesProgress={seesProgress(member)}
        searches={!member.sourceBlind}
        seesOutlets={allowed(member, "outlets.read")}
        seesSets={allowed(member, "sets.read")}
      />
    </>
  );
}
