"use client";

import { Plus, UserPlus } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { FEWEST, MOST } from "@/lib/compare/choose";
import { isFiltered, writeQuery, type ArticleFilters, type ArticleQuery } from "@/lib/articles/filters";
import { ArticleFilterBar } from "./article-filters";
import { ArticleTable, type ListedArticle } from "./article-table";
import { AddToSet } from "@/components/sets/add-to-set";
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
  targets: readonly { id: string; name: string }[];
  sets: readonly { id: string; name: string }[];
  members: readonly Assignable[];
  mayWrite: boolean;
  seesAll: boolean;
  seesProgress: boolean;
  seesOutlets: boolean;
  seesSets: boolean;
  /** Headlines can be searched: not while sources are hidden. */
  searches: boolean;
};

/** The list of articles: filters, rows to choose, pages back and forth. */
export function ArticleList({ projectId, query, page, size, outlets, targets, sets, members, mayWrite, seesAll, seesProgress, seesOutlets, seesSets, searches }: ArticleListProps) {
  const t = useTranslations("articles");
  const format = useFormatter();
  const all = size.articles.more ? t("countMore", { n: size.articles.value }) : t("count", { n: size.articles.value });
  // "318", or "10,000+" where counting stopped.
  const count = ({ value, more }: Counted): string => `${format.number(value)}${more ? "+" : ""}`;
  const base = `/p/${projectId}/articles`;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState(false);
  const [gathering, setGathering] = useState(false);
  const [gather, setWords] = [useTranslations("sets.adding"), useTranslations("sets")];
  const here = page.items.map((item) => item.id);
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const toggleAll = () => setChosen((before) => (here.every((id) => before.has(id)) ? new Set([...before].filter((id) => !here.includes(id))) : new Set([...before, ...here])));
  const facts = seesAll ? t("size", { articles: all, works: count(size.works), worksOne: size.works.value === 1 ? "yes" : "no", outlets: size.outlets }) : all;
  const link = (place: Partial<ArticleQuery>) => `${base}${writeQuery({ ...query, after: undefined, before: undefined, ...place })}`;

  return (
    <div className="articles">
      <div className="work">
        <section className="main">
          <PageHead
            title={t("title")}
            facts={facts}
            acts={(mayWrite || seesOutlets) && (
              <>
                {seesSets && <Button size="small" href={`/p/${projectId}/sets`}>{t("sets")}</Button>}
                {seesOutlets && <Button size="small" href={`/p/${projectId}/outlets`}>{t("outlets")}</Button>}
                {mayWrite && <Button icon={<Icon of={UserPlus} />} onClick={() => setAssigning(true)}>{chosen.size > 0 ? t("assignN", { n: chosen.size }) : t("assign")}</Button>}
                {mayWrite && <Button look="primary" href={`${base}/new`} icon={<Icon of={Plus} />}>{t("add")}</Button>}
              </>
            )}
          />
          <ArticleFilterBar key={query.q ?? ""} {...{ query, outlets, targets, sets, seesAll, searches }} path={base} seesState={seesProgress} />
          {page.items.length === 0 ? (
            <div className="list"><NothingMatches query={query} all={all} clear={`${base}${writeQuery({ order: query.order })}`} /></div>
          ) : (
            <div className="list" role="region" aria-label={t("title")} tabIndex={0}>
              <ArticleTable {...{ base, seesProgress, seesAll }} items={page.items} selection={mayWrite ? { ids: chosen, toggle, toggleAll } : undefined} />
            </div>
          )}
          <nav className="pager" aria-label={t("pages")}>
            <span className="num">{page.items.length > 0 && t("range", { from: page.from, to: page.from + page.items.length - 1, of: count(page.count) })}</span>
            {chosen.size > 0 && <Button look="quiet" size="small" onClick={() => setChosen(new Set())}>{t("chosen", { n: chosen.size })}</Button>}
            {chosen.size >= FEWEST && chosen.size <= MOST && <Button size="small" href={`/p/${projectId}/compare/articles?articles=${[...chosen].join(",")}`}>{setWords("compareN", { n: chosen.size })}</Button>}
            {mayWrite && page.items.length > 0 && (chosen.size > 0 || isFiltered(query)) && <Button size="small" onClick={() => setGathering(true)}>{gather("act")}</Button>}
            <span className="push row">
              {page.previous === null ? <Button size="small" disabled>{t("back")}</Button> : <Button size="small" href={link({ before: page.previous })}>{t("back")}</Button>}
              {page.next === null ? <Button size="small" disabled>{t("more")}</Button> : <Button size="small" href={link({ after: page.next })}>{t("more")}</Button>}
            </span>
          </nav>
        </section>
      </div>
      {gathering && <AddToSet projectId={projectId} onClose={() => setGathering(false)} onDone={() => setChosen(new Set())} articleIds={[...chosen]} filters={isFiltered(query) ? filtersOf(query) : null} found={count(page.count)} sets={sets} />}
      {assigning && <AssignDialog open onClose={() => setAssigning(false)} onDone={() => setChosen(new Set())} projectId={projectId} articleIds={[...chosen]} all={all} members={members} />}
    </div>
  );
}

/** The filters of a list without its order and place. */
const filtersOf = ({ order: _order, after: _after, before: _before, ...filters }: ArticleQuery): ArticleFilters => filters;

function NothingMatches({ query, all, clear }: { query: ArticleQuery; all: string; clear: string }) {
  const t = useTranslations("articles");
  return <EmptyState what={query.q ? t("noMatch", { q: query.q }) : t("noneMatches")} why={t("without", { all })} action={<Button size="small" href={clear}>{t("clear")}</Button>} />;
}
