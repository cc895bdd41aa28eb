"use client";

import { Check, Circle, Undo2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl/react";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useDates } from "@/components/words/use-dates";
import { adjudicatePath } from "../queue-pane";
import { isNarrowed, type QueueQuery, writeQueueQuery } from "./query";
import { QueueFilters, type Named } from "./queue-filters";
import "./queue.css";

const STATES = { open: Circle, reopened: Undo2, settled: Check } as const;

/** A line of the list. */
export type QueueLine = { readonly articleId: string; readonly title: string; readonly agreement: number | null; readonly clusters: number; readonly undecided: number; readonly annotators: number; readonly state: "open" | "reopened" | "settled"; readonly claimedBy: { readonly name: string } | null; readonly firstSubmittedAt: string | null };

/** The articles to settle: those on which annotators agree least first. */
export function AdjudicateQueue({ projectId, query, queue: { items, next, totals }, targets, labels, annotators, below }: {
  projectId: string;
  query: QueueQuery;
  queue: { readonly items: readonly QueueLine[]; readonly next: string | null; readonly totals: { readonly articles: number; readonly settled: number; readonly reopened: number; readonly undecided: number } };
  targets: readonly Named[];
  labels: readonly Named[];
  /** Nobody where names are hidden. */
  annotators: readonly Named[];
  /** What stands below the list. */
  below: ReactNode;
}) {
  const t = useTranslations("adjudicate");
  const path = `/p/${projectId}/adjudicate`;
  if (totals.articles === 0) return <div className="page narrow"><EmptyState level={1} size="page" what={t("none.what")} why={t("none.why")} action={<Button href={`/p/${projectId}/progress`}>{t("none.progress")}</Button>} /></div>;
  const [first] = items;
  return (
    <div className="page">
      <PageHead title={t("title")} facts={t("facts", { articles: totals.articles, undecided: totals.undecided })} sub={t("sub")} acts={first && first.state !== "settled" && <Button look="primary" href={adjudicatePath(projectId, first.articleId)}>{t("begin")}</Button>} />
      <ProgressBar label={t("toSettle")} value={totals.settled} max={totals.articles} text={t("progress", { settled: totals.settled, articles: totals.articles })} detail={t("reopened", { n: totals.reopened })} />
      <QueueFilters path={path} {...{ query, targets, labels, annotators }} />
      {items.length === 0
        ? <EmptyState what={t(isNarrowed(query) ? "none.nothing" : "none.allSettled")} action={isNarrowed(query) ? <Button href={path}>{t("none.clear")}</Button> : undefined} />
        : (
          <table className="tb queue-tb">
            <caption className="vh">{t("toSettle")}</caption>
            <thead><tr><th scope="col" className="r">{t("columns.agreement")}</th><th scope="col">{t("columns.article")}</th><th scope="col" className="r">{t("columns.annotators")}</th><th scope="col" className="r">{t("columns.clusters")}</th><th scope="col" className="r">{t("columns.open")}</th><th scope="col">{t("columns.state")}</th><th scope="col">{t("columns.since")}</th></tr></thead>
            <tbody>{items.map((item) => <Line key={item.articleId} projectId={projectId} item={item} />)}</tbody>
          </table>
        )}
      {next !== null && <p><Link className="link" href={`${path}${writeQueueQuery({ ...query, cursor: next })}`}>{t("more")}</Link></p>}
      {below}
    </div>
  );
}

function Line({ projectId, item }: { projectId: string; item: QueueLine }) {
  const t = useTranslations("adjudicate");
  const format = useFormatter();
  const dates = useDates();
  const StateIcon = STATES[item.state];
  const agreement = item.agreement === null ? "–" : format.number(item.agreement, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <tr>
      <td className="r num agreement" title={item.agreement === null ? t("noAgreement") : undefined}>{agreement}</td>
      <th scope="row"><Link className="hl" href={adjudicatePath(projectId, item.articleId)}><Masked text={item.title} /></Link>{item.claimedBy && <span className="x12"> · {t("claimed", { name: item.claimedBy.name })}</span>}</th>
      <td className="r num" data-name={t("columns.annotators")}>{item.annotators}</td>
      <td className="r num" data-name={t("columns.clusters")}>{item.clusters}</td>
      <td className="r num" data-name={t("columns.open")}>{item.undecided}</td>
      <td><span className="status"><StateIcon size={14} strokeWidth={1.75} aria-hidden />{t(`states.${item.state}`)}</span></td>
      <td className="num">{item.firstSubmittedAt === null ? "" : dates.day(item.firstSubmittedAt)}</td>
    </tr>
  );
}
