"use client";

import { BookOpen, Flag, Info, Pilcrow, SkipForward } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { Discussion } from "@/components/discussion/discussion";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { inTextOrder, quoteOf } from "../state/model";
import { whatChanged } from "../state/reviews";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { useSession } from "../state/use-session";
import type { ReturnData } from "../types";
import { useDates } from "@/components/words/use-dates";
import { skipReasonWords } from "../aside/skip-reason-words";
import { assignmentWords } from "./assignment-words";
import { feedbackPath } from "./queue-pane";
import { codedSentence } from "./coded-blocks";

/** What to know before reading: a return with its comment, a newer codebook, what the work is for and when it is due, and which blocks count. */
export function HeadNotes({ session, onShow, onPassage }: { session: AnnotatorSession; onShow: (spanId: string) => void; onPassage: (passage: { start: number; end: number; quote: string }) => void }) {
  const { assignment, blocks, returns } = session.document;
  const state = useSession(session, (current) => current.assignment.state);
  const skipReason = useSession(session, (current) => current.assignment.skipReason);
  const today = new Date().toISOString().slice(0, 10);
  const t = useTranslations("annotate.notes");
  const work = useTranslations("annotate.work");
  const skip = useTranslations("annotate.skip");
  const { longDay } = useDates();
  const words = assignmentWords({ ...assignment, state }, returns.at(-1)?.number ?? 0, today, { t: work, longDay });
  const coded = codedSentence(blocks, assignment.blockOrdinals, work);
  return (
    <div className="head-notes">
      {state === "submitted" && <Note>{t("submitted")} {assignment.phase === "practice" && <Link className="link" href={feedbackPath(session.projectId, assignment.id)}>{t("besideKey")}</Link>}</Note>}
      {skipReason !== "" && state !== "submitted" && <Note icon={<Icon of={SkipForward} size="s" />}>{t("skipped")} <q dir="auto">{skipReasonWords(skipReason, skip)}</q></Note>}
      {state === "returned" && <Returned session={session} today={today} onShow={onShow} />}
      {session.document.discussed && <Discussion projectId={session.projectId} assignmentId={assignment.id} onShow={onShow} onPassage={onPassage} />}
      <NewCodebook session={session} />
      {words.length > 0 && <p className="for row"><Icon of={Info} size="s" />{words.join(" · ")}</p>}
      {coded !== null && <p className="for row"><Icon of={Pilcrow} size="s" />{coded}</p>}
    </div>
  );
}

function NewCodebook({ session }: { session: AnnotatorSession }) {
  const reviews = useSession(session, (state) => state.reviews);
  const readOnly = useSession(session, isReadOnly);
  const t = useTranslations();
  if (readOnly || reviews.size === 0) return null;
  return (
    <Note icon={<Icon of={BookOpen} size="s" />}>
      {`${t("annotate.notes.newCodebook", { n: session.document.codebookVersion.number })} ${t("saving.needLook", { n: reviews.size })}`}
      <ul className="plain">{whatChanged(reviews.values()).map((reason) => <li key={reason}>{reason}</li>)}</ul>
    </Note>
  );
}

/** The newest return with the marks to look at; the earlier ones behind it. */
function Returned({ session, today, onShow }: { session: AnnotatorSession; today: string; onShow: (spanId: string) => void }) {
  const { returns } = session.document;
  const t = useTranslations("annotate.notes");
  const { longDay } = useDates();
  const newest = returns.at(-1);
  const earlier = returns.slice(0, -1).reverse();
  if (newest === undefined) return <Note>{t("another")}</Note>;
  return (
    <section className="returned" aria-label={t("returned")}>
      <p className="x12">{t("returnedBy", { by: newest.by ?? t("reviewer"), day: longDay(newest.at.slice(0, 10), today) })}</p>
      {newest.comment !== "" && <p className="comment" dir="auto">{newest.comment}</p>}
      <FlaggedMarks {...{ session, onShow }} spanIds={newest.spanIds} />
      {earlier.length > 0 && (
        <details className="opens">
          <summary>{t("earlier", { n: earlier.length })}</summary>
          <ol className="opened">{earlier.map((one) => <li key={one.at}><Earlier one={one} today={today} /></li>)}</ol>
        </details>
      )}
    </section>
  );
}

function Earlier({ one, today }: { one: ReturnData; today: string }) {
  const t = useTranslations("annotate.notes");
  const { longDay } = useDates();
  return <><span className="x11">{`${longDay(one.at.slice(0, 10), today)}${one.by === null ? "" : ` · ${one.by}`}`}</span><p dir="auto">{one.comment === "" ? t("noComment") : one.comment}</p></>;
}

function FlaggedMarks({ session, spanIds, onShow }: { session: AnnotatorSession; spanIds: readonly string[]; onShow: (spanId: string) => void }) {
  const spans = useSession(session, (state) => state.model.spans);
  const t = useTranslations("annotate.notes");
  if (spanIds.length === 0) return null;
  const there = inTextOrder(spanIds.flatMap((id) => spans.get(id) ?? []));
  const gone = spanIds.length - there.length;
  return (
    <div>
      <p className="x12">{t("lookAt", { n: spanIds.length })}</p>
      <ul className="flagged">
        {there.map((span) => <li key={span.id}><Button look="quiet" size="small" icon={<Icon of={Flag} size="s" />} onClick={() => onShow(span.id)}><q className="cut" dir="auto">{quoteOf(span)}</q></Button></li>)}
      </ul>
      {gone > 0 && <p className="x11">{t("deleted", { n: gone })}</p>}
    </div>
  );
}
