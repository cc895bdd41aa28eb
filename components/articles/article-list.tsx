"use client";

import { Plus, UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { writeQuery, type ArticleQuery } from "@/lib/articles/filters";
import { ArticleFilterBar } from "./article-filters";
import { ArticleTable, type ListedArticle } from "./article-table";
import { AssignDialog, type Assignable } from "./assign-dialog";

type Counted = { value: number; more: boolean };
type Size = { articles: Counted; works: Counted; outlets: number };
/** What the list page hands to the browser. */
export type ArticleListProps = {
  projectId: string;
  query: ArticleQuery;
  page: { items: ListedArticle[]; from: number; count: Counted; next: string | null; previous: string | null };
  size: Size;
  outlets: readonly { id: string; name: string }[];
  members: readonly Assignable[];
  mayWrite: boolean;
  seesAll: boolean;
  seesProgress: boolean;
  seesOutlets: boolean;
  /** Headlines can be searched: not while sources are hidden. */
  searches: boolean;
};

/** "318", or "10,000+" where counting stopped. */
export const countWords = ({ value, more }: Counted): string => `${value.toLocaleString("en")}${more ? "+" : ""}`;
const articlesWord = (count: Counted): string => `${countWords(count)} ${count.value === 1 && !count.more ? "article" : "articles"}`;

/** The list of articles: filters, rows to choose, pages back and forth. */
export function ArticleList({ projectId, query, page, size, outlets, members, mayWrite, seesAll, seesProgress, seesOutlets, searches }: ArticleListProps) {
  const base = `/p/${projectId}/articles`;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState(false);
  const here = page.items.map((item) => item.id);
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const toggleAll = () => setChosen((before) => (here.every((id) => before.has(id)) ? new Set([...before].filter((id) => !here.includes(id))) : new Set([...before, ...here])));
  const facts = seesAll ? `${articlesWord(size.articles)}, ${countWords(size.works)} ${size.works.value === 1 ? "work" : "works"}, ${size.outlets} ${size.outlets === 1 ? "outlet" : "outlets"}` : articlesWord(size.articles);
  const link = (place: Partial<ArticleQuery>) => `${base}${writeQuery({ ...query, after: undefined, before: undefined, ...place })}`;

  return (
    <div className="articles">
      <div className="work">
        <section className="main">
          <PageHead
            title="Articles"
            facts={facts}
            acts={(mayWrite || seesOutlets) && (
              <>
                {seesOutlets && <Button size="small" href={`/p/${projectId}/outlets`}>Outlets</Button>}
                {mayWrite && <Button icon={<Icon of={UserPlus} />} onClick={() => setAssigning(true)}>{chosen.size > 0 ? `Assign ${chosen.size}` : "Assign"}</Button>}
                {mayWrite && <Button look="primary" href={`${base}/new`} icon={<Icon of={Plus} />}>Add articles</Button>}
              </>
            )}
          />
          <ArticleFilterBar key={query.q ?? ""} {...{ query, outlets, seesAll, searches }} path={base} seesState={seesProgress} />
          {page.items.length === 0 ? (
            <div className="list"><NothingMatches query={query} all={articlesWord(size.articles)} clear={`${base}${writeQuery({ order: query.order })}`} /></div>
          ) : (
            <div className="list" role="region" aria-label="Articles" tabIndex={0}>
              <ArticleTable {...{ base, seesProgress, seesAll }} items={page.items} selection={mayWrite ? { ids: chosen, toggle, toggleAll } : undefined} />
            </div>
          )}
          <nav className="pager" aria-label="Pages of the list">
            <span className="num">{page.items.length > 0 && `${page.from.toLocaleString("en")}–${(page.from + page.items.length - 1).toLocaleString("en")} of ${countWords(page.count)}`}</span>
            {chosen.size > 0 && <Button look="quiet" size="small" onClick={() => setChosen(new Set())}>{`${chosen.size} chosen. Clear`}</Button>}
            <span className="push row">
              {page.previous === null ? <Button size="small" disabled>Back</Button> : <Button size="small" href={link({ before: page.previous })}>Back</Button>}
              {page.next === null ? <Button size="small" disabled>More</Button> : <Button size="small" href={link({ after: page.next })}>More</Button>}
            </span>
          </nav>
        </section>
      </div>
      {assigning && <AssignDialog open onClose={() => setAssigning(false)} onDone={() => setChosen(new Set())} projectId={projectId} articleIds={[...chosen]} all={articlesWord(size.articles)} members={members} />}
    </div>
  );
}

function NothingMatches({ query, all, clear }: { query: ArticleQuery; all: string; clear: string }) {
  return <EmptyState what={query.q ? `No article matches “${query.q}”` : "No article matches these filters"} why={`Without filters there are ${all}.`} action={<Button size="small" href={clear}>Clear filters</Button>} />;
}
