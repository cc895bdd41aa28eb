"use client";

import { List, PanelLeftClose, X } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl/react";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import type { QueueAnswer } from "./api";

/** The address of an article's adjudication. */
export const adjudicatePath = (projectId: string, articleId: string): string => `/p/${projectId}/adjudicate/${articleId}`;

/** The left pane: the articles to settle, those with the least agreement first. */
export function AdjudicateQueuePane({ projectId, articleId, undecided, queue, isDrawn, onClose }: {
  projectId: string;
  articleId: string;
  /** What is open in this article now. */
  undecided: number;
  /** Null while it is read. */
  queue: QueueAnswer | null;
  /** It lies over the text. */
  isDrawn: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("adjudicate");
  const format = useFormatter();
  return (
    <aside className="pane left" aria-label={t("panes.queue")}>
      <div className="pane-h">
        <h2>{t("toSettle")}</h2>{queue && <span className="x11 num">{t("articles", { n: queue.totals.articles - queue.totals.settled })}</span>}
        <span className="push"><Button look="quiet" size="small" icon={<Icon of={isDrawn ? X : PanelLeftClose} />} label={t("panes.fold")} onClick={onClose} /></span>
      </div>
      <div className="qhead x11" aria-hidden="true"><span>{t("agr")}</span><span>{t("filters.sorts.disagreement")}</span><span>{t("columns.open")}</span></div>
      {queue === null && <div className="padded"><Skeleton label={t("loadingQueue")} rows={6} /></div>}
      <nav className="settle-queue" aria-label={t("toSettle")}>
        {queue?.items.map((item) => (
          <Link key={item.articleId} href={adjudicatePath(projectId, item.articleId)} {...(item.articleId === articleId ? { "aria-current": "page" as const } : {})}>
            <span className="num">{item.agreement === null ? "–" : format.number(item.agreement, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</span>
            <span dir="auto"><Masked text={item.title} /></span>
            <span className="n num">{item.articleId === articleId ? undecided : item.undecided}</span>
          </Link>
        ))}
      </nav>
      {queue && (
        <div className="settled-bar">
          <div className="row x12 num"><span>{t("progress", { settled: queue.totals.settled, articles: queue.totals.articles })}</span><span className="push faint">{t("reopened", { n: queue.totals.reopened })}</span></div>
          <progress className="ink-bar" value={queue.totals.settled} max={Math.max(1, queue.totals.articles)} aria-label={t("progress", { settled: queue.totals.settled, articles: queue.totals.articles })} />
          <Link className="link x12" href={`/p/${projectId}/adjudicate`}>{t("panes.openList")}</Link>
        </div>
      )}
    </aside>
  );
}

/** The left pane folded to a rail. */
export function AdjudicateRail({ queue, onOpen }: { queue: QueueAnswer | null; onOpen: () => void }) {
  const t = useTranslations("adjudicate");
  return (
    <aside className="pane rail" aria-label={t("panes.queue")}>
      <Button look="quiet" icon={<Icon of={List} />} label={t("panes.unfold")} onClick={onOpen} />
      {queue && <span className="num">{queue.totals.articles - queue.totals.settled}</span>}
    </aside>
  );
}
