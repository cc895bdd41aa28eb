"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { useDates } from "@/components/words/use-dates";
import type { DiffParagraph } from "@/lib/articles/reanchor/paragraph-diff";
import { MarkCounts, MovedMarks, type ShownCounts, type ShownMark } from "./moved-marks";
import "./revisions.css";

/** One text that the article had. */
export type ShownRevision = { id: string; number: number; createdAt: string; by: string | null; note: string; current: boolean; marks: ShownCounts };
/** What a revision changed, and what became of the marks. */
export type ShownChange = { revision: ShownRevision; paragraphs: readonly DiffParagraph[]; items: readonly ShownMark[]; more: string | null; csv: string };

/** The texts that an article had, the newest first, and what one of them changed. */
export function RevisionHistory({ projectId, article, revisions, change, mayWrite }: { projectId: string; article: { id: string; title: string }; revisions: readonly ShownRevision[]; change: ShownChange | null; mayWrite: boolean }) {
  const t = useTranslations("revisions");
  const { moment } = useDates();
  const home = `/p/${projectId}/articles/${article.id}`;
  return (
    <div className="page">
      <p className="x12"><Link className="link" href={home} dir="auto">{article.title}</Link></p>
      <PageHead title={t("title")} facts={t("facts", { n: revisions.length })} sub={t("sub")} acts={mayWrite && <Button look="primary" href={`${home}/revisions/new`}>{t("correct")}</Button>} />
      <ol className="revisions" aria-label={t("title")}>
        {revisions.map((one) => (
          <li key={one.id}>
            <span className="row"><b>{t("number", { n: one.number })}</b>{one.current && <span className="x12">{t("current")}</span>}</span>
            <span className="x12">{one.by === null ? t("whenOnly", { when: moment(one.createdAt) }) : t("when", { when: moment(one.createdAt), by: one.by })}</span>
            {one.note !== "" && <p dir="auto">{one.note}</p>}
            {one.number > 1 && <MarkCounts marks={one.marks} />}
            {one.number > 1 && <div><Button size="small" href={`${home}/revisions?show=${one.id}`} label={t("whatOf", { n: one.number })}>{t("what")}</Button></div>}
          </li>
        ))}
      </ol>
      {change && <Change change={change} />}
    </div>
  );
}

function Change({ change: { revision, paragraphs, items, more, csv } }: { change: ShownChange }) {
  const t = useTranslations("revisions");
  return (
    <>
      <section className="sect" aria-labelledby="marks">
        <div className="sect-h"><h2 id="marks">{t("marksOf", { n: revision.number })}</h2><a className="link x12" href={csv}>{t("csv")}</a></div>
        <MarkCounts marks={revision.marks} />
        {items.length === 0 ? <p className="muted">{t("allStay")}</p> : <MovedMarks items={items} />}
        {more !== null && <div><Button size="small" href={more}>{t("more")}</Button></div>}
      </section>
      <section className="sect" aria-labelledby="changed">
        <div className="sect-h"><h2 id="changed">{t("changed", { n: revision.number })}</h2></div>
        <div className="doc diff">{paragraphs.map((paragraph, i) => <Paragraph key={i} paragraph={paragraph} />)}</div>
      </section>
    </>
  );
}

const NAMES = { new: "new", gone: "gone", edited: "edited", moved: "moved" } as const;

function Paragraph({ paragraph }: { paragraph: DiffParagraph }): ReactNode {
  const t = useTranslations("revisions.diff");
  if (paragraph.is === "same") return <p className="x12 faint">{t("same", { n: paragraph.count })}</p>;
  return (
    <p dir="auto" data-is={paragraph.is}>
      <span className="x12 faint">{t(NAMES[paragraph.is])} </span>
      {paragraph.words.map(({ words, is }, i) => (is === "new" ? <ins key={i}>{words}</ins> : is === "gone" ? <del key={i}>{words}</del> : <span key={i}>{words}</span>))}
    </p>
  );
}
