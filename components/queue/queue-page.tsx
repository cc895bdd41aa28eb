"use client";

import { Check, Circle, MessageCircleQuestion, Pencil, SkipForward, Undo2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl/react";
import type { QueueCounts, QueueExtras, QueueItem } from "@/lib/assignments/queue";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TableScroll } from "@/components/ui/table-scroll";
import { TakeButton } from "./take-button";

const STATES = { assigned: Circle, in_progress: Pencil, returned: Undo2, submitted: Check, withdrawn: Circle, skipped: SkipForward } as const;

type Props = { projectId: string; projectName: string; mayAssign: boolean; queue: QueueExtras & { items: QueueItem[]; counts: QueueCounts; next: string | null }; practice?: ReactNode };

// Whoever knows which articles measure reliability reads those with more care.
const toldPhase = ({ phase }: QueueItem): "practice" | "pilot" | "main" => (phase === "practice" || phase === "pilot" ? phase : "main");

/** The articles that wait for this person, in their own order. */
export function QueuePage({ projectId, projectName, mayAssign, queue, practice }: Props) {
  const t = useTranslations("queue");
  const format = useFormatter();
  const { counts, items } = queue;
  const phaseWords = (item: QueueItem): string => {
    const phase = t(`phases.${toldPhase(item)}`);
    return item.round > 1 ? t("inRound", { phase, round: item.round }) : phase;
  };
  const total = counts.assigned + counts.inProgress + counts.returned + counts.submitted;
  const first = items.find((item) => item.state !== "submitted" && !item.skipped) ?? items.find((item) => item.state !== "submitted");
  const [due, phases] = [items.some((item) => item.dueOn !== null), items.some((item) => toldPhase(item) !== "main" || item.round > 1)];
  if (total === 0 && queue.pool)
    return (
      <div className="page narrow">
        {practice}
        <EmptyState level={1} size="page" what={t("pool.what")} why={t("pool.why", { project: projectName })} action={<TakeButton projectId={projectId} primary />} />
      </div>
    );
  if (total === 0)
    return (
      <div className="page narrow">
        {practice}
        <EmptyState
          level={1}
          size="page"
          what={t("none.what")}
          why={t("none.why", { project: projectName })}
          who={t(mayAssign ? "none.self" : "none.other")}
          action={mayAssign ? <Button look="primary" href={`/p/${projectId}/articles`}>{t("none.open")}</Button> : undefined}
        />
      </div>
    );
  return (
    <div className="page">
      <PageHead
        title={t("title")}
        facts={t("facts", { total, submitted: counts.submitted, skipped: counts.skipped })}
        acts={(first || queue.pool) && (
          <>
            {queue.pool && <TakeButton projectId={projectId} primary={!first} />}
            {first && <Button look="primary" href={`/p/${projectId}/annotate/${first.id}`}>{t(counts.submitted + counts.inProgress > 0 ? "goOn" : "start")}</Button>}
          </>
        )}
      />
      {practice}
      <ProgressBar label={t("progress")} value={counts.submitted} max={total} text={counts.submitted === total ? t("allSubmitted") : t("ofSubmitted", { submitted: counts.submitted, total })} />
      <TableScroll label={t("title")}>
        <table className="tb">
          <thead><tr><th scope="col">{t("columns.headline")}</th><th scope="col" className="r">{t("columns.words")}</th>{phases && <th scope="col">{t("columns.phase")}</th>}{due && <th scope="col">{t("columns.due")}</th>}<th scope="col">{t("columns.state")}</th></tr></thead>
          <tbody>
            {items.map((item) => {
              const state = item.skipped ? "skipped" : item.state;
              const StateIcon = STATES[state];
              return (
                <tr key={item.id}>
                  <td><Link className="hl" href={`/p/${projectId}/annotate/${item.id}`}><Masked text={item.title} /></Link>{item.phase === "practice" && item.state === "submitted" && <> <Link className="link x12" href={`/p/${projectId}/annotate/${item.id}/feedback`}>{t("besideKey")}</Link></>}</td>
                  <td className="r num">{format.number(item.words)}</td>
                  {phases && <td>{phaseWords(item)}</td>}
                  {due && <td className="num">{item.dueOn ?? ""}</td>}
                  <td><span className="wrap"><span className="status"><StateIcon size={14} strokeWidth={1.75} aria-hidden />{t(`states.${state}`)}</span>{item.asked && <span className="status"><MessageCircleQuestion size={14} strokeWidth={1.75} aria-hidden />{t("asked")}</span>}</span></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      {queue.next !== null && <p><Link className="link" href={`/p/${projectId}/annotate?after=${encodeURIComponent(queue.next)}`}>{t("more")}</Link></p>}
    </div>
  );
}
