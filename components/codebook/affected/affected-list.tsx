"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Tag } from "@/components/ui/tag";
import { ReturnDialog } from "./return-dialog";
import type { AffectedMark } from "./types";

/** Whether an article can be returned because of this mark: it lies with nobody until somebody returns it. */
const returnable = (mark: AffectedMark): boolean => mark.settledAt === null && mark.assignmentState === "submitted";

/** The marks article by article; those of submitted articles can be chosen and returned to their annotators. */
export function AffectedList({ projectId, items, framingNames }: { projectId: string; items: readonly AffectedMark[]; framingNames: Readonly<Record<string, string>> }) {
  const t = useTranslations("codebook.affected");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const free = items.filter(returnable);
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const all = free.length > 0 && free.every((mark) => chosen.has(mark.id));
  const assignments = [...new Set(free.filter((mark) => chosen.has(mark.id)).map((mark) => mark.assignmentId))];
  const articles = new Map<string, AffectedMark[]>();
  for (const mark of items) articles.set(mark.articleId, [...(articles.get(mark.articleId) ?? []), mark]);
  return (
    <>
      {free.length > 0 && (
        <div className="cb-pick">
          <Checkbox label={t("all")} checked={all} mixed={!all && chosen.size > 0} onChange={() => setChosen(all ? new Set() : new Set(free.map((mark) => mark.id)))} />
          <span className="push wrap"><span className="x12 num">{chosen.size === 0 ? t("chooseFirst") : t("chosen", { n: chosen.size, articles: assignments.length })}</span><Button look="primary" disabled={chosen.size === 0} onClick={() => setAsking(true)}>{t("returnThese")}</Button></span>
        </div>
      )}
      {[...articles].map(([articleId, marks]) => (
        <section className="sect" key={articleId} aria-labelledby={`article-${articleId}`}>
          <h2 id={`article-${articleId}`} dir="auto"><Link className="link" prefetch={false} href={`/p/${projectId}/articles/${articleId}`}>{marks[0]?.articleTitle}</Link></h2>
          <ul className="cb-marks">{marks.map((mark) => <MarkRow key={mark.id} projectId={projectId} mark={mark} framingName={mark.framing === null ? "" : (framingNames[mark.framing] ?? mark.framing)} chosen={chosen.has(mark.id)} onToggle={returnable(mark) ? () => toggle(mark.id) : undefined} />)}</ul>
        </section>
      ))}
      {asking && <ReturnDialog projectId={projectId} assignmentIds={assignments} reasons={[...new Set(free.filter((mark) => chosen.has(mark.id)).map((mark) => mark.reason))]} onClose={() => setAsking(false)} onDone={() => { setAsking(false); setChosen(new Set()); }} />}
    </>
  );
}

const WAITING = ["submitted", "returned", "in_progress"] as const;

function MarkRow({ projectId, mark, framingName, chosen, onToggle }: { projectId: string; mark: AffectedMark; framingName: string; chosen: boolean; onToggle: (() => void) | undefined }) {
  const t = useTranslations("codebook.affected");
  const waiting = WAITING.find((state) => state === mark.assignmentState) ?? "waits";
  const place = `/p/${projectId}/articles/${mark.articleId}#span-${mark.spanId}`;
  return (
    <li className={chosen ? "on" : undefined}>
      <span className="pick">{onToggle && <Checkbox label={t("choose", { quote: mark.quote ?? t("thisMark"), name: mark.annotator })} hideLabel checked={chosen} onChange={onToggle} />}</span>
      <div>
        {mark.quote === null ? <p className="faint">{t("hidden")}</p> : <blockquote className={mark.framing === null ? "edge" : `edge ${GLYPH_CLASS[mark.framing]}`} dir="auto"><Link prefetch={false} href={place}>{mark.quote}</Link></blockquote>}
        <p className="wrap x12">
          {mark.framing !== null && <span className={`fr ${GLYPH_CLASS[mark.framing]}`}><FramingGlyph shape={mark.framing} />{framingName}</span>}
          <span>{mark.annotator}</span>
          {mark.settledAt === null ? <span className="faint">{t(`states.${waiting}`)}</span> : <Tag>{t(`outcomes.${mark.outcome ?? "settled"}`)}</Tag>}
        </p>
        <p className="x12"><span className="faint">{t("byVersion", { n: mark.versionNumber })}</span> {mark.reason}</p>
      </div>
    </li>
  );
}
