"use client";

import { BookOpen, Flag, Info, Pilcrow, SkipForward } from "lucide-react";
import Link from "next/link";
import { Discussion } from "@/components/discussion/discussion";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { inTextOrder, quoteOf } from "../state/model";
import { whatChanged } from "../state/reviews";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { needLook } from "../state/submission";
import { useSession } from "../state/use-session";
import type { ReturnData } from "../types";
import { assignmentWords, dayWords } from "./assignment-words";
import { feedbackPath } from "./queue-pane";
import { codedSentence } from "./coded-blocks";

/** What to know before reading: a return with its comment, a newer codebook, what the work is for and when it is due, and which blocks count. */
export function HeadNotes({ session, onShow }: { session: AnnotatorSession; onShow: (spanId: string) => void }) {
  const { assignment, blocks, returns } = session.document;
  const state = useSession(session, (current) => current.assignment.state);
  const skipReason = useSession(session, (current) => current.assignment.skipReason);
  const today = new Date().toISOString().slice(0, 10);
  const words = assignmentWords({ ...assignment, state }, returns.at(-1)?.number ?? 0, today);
  const coded = codedSentence(blocks, assignment.blockOrdinals);
  return (
    <div className="head-notes">
      {state === "submitted" && <Note>Submitted. You can read it here; it can no longer be changed. {assignment.phase === "practice" && <Link className="link" href={feedbackPath(session.projectId, assignment.id)}>See it beside the key</Link>}</Note>}
      {skipReason !== "" && state !== "submitted" && <Note icon={<Icon of={SkipForward} size="s" />}>You skipped this article: <q dir="auto">{skipReason}</q></Note>}
      {state === "returned" && <Returned session={session} today={today} onShow={onShow} />}
      {session.document.discussed && <Discussion projectId={session.projectId} assignmentId={assignment.id} onShow={onShow} />}
      <NewCodebook session={session} />
      {words.length > 0 && <p className="for row"><Icon of={Info} size="s" />{words.join(" · ")}</p>}
      {coded !== null && <p className="for row"><Icon of={Pilcrow} size="s" />{coded}</p>}
    </div>
  );
}

function NewCodebook({ session }: { session: AnnotatorSession }) {
  const reviews = useSession(session, (state) => state.reviews);
  const readOnly = useSession(session, isReadOnly);
  if (readOnly || reviews.size === 0) return null;
  return (
    <Note icon={<Icon of={BookOpen} size="s" />}>
      {`The codebook is now version ${session.document.codebookVersion.number}. ${needLook(reviews.size)}`}
      <ul className="plain">{whatChanged(reviews.values()).map((reason) => <li key={reason}>{reason}</li>)}</ul>
    </Note>
  );
}

/** The newest return with the marks to look at; the earlier ones behind it. */
function Returned({ session, today, onShow }: { session: AnnotatorSession; today: string; onShow: (spanId: string) => void }) {
  const { returns } = session.document;
  const newest = returns.at(-1);
  const earlier = returns.slice(0, -1).reverse();
  if (newest === undefined) return <Note>Returned to you for another look. Change what you want, then submit again.</Note>;
  return (
    <section className="returned" aria-label="Returned to you">
      <p className="x12">{`${newest.by ?? "The reviewer"} returned this to you on ${dayWords(newest.at, today)}.`}</p>
      {newest.comment !== "" && <p className="comment" dir="auto">{newest.comment}</p>}
      <FlaggedMarks {...{ session, onShow }} spanIds={newest.spanIds} />
      {earlier.length > 0 && (
        <details className="opens">
          <summary>{earlier.length === 1 ? "1 earlier return" : `${earlier.length} earlier returns`}</summary>
          <ol className="opened">{earlier.map((one) => <li key={one.at}><Earlier one={one} today={today} /></li>)}</ol>
        </details>
      )}
    </section>
  );
}

function Earlier({ one, today }: { one: ReturnData; today: string }) {
  return <><span className="x11">{`${dayWords(one.at, today)}${one.by === null ? "" : ` · ${one.by}`}`}</span><p dir="auto">{one.comment === "" ? "No comment." : one.comment}</p></>;
}

function FlaggedMarks({ session, spanIds, onShow }: { session: AnnotatorSession; spanIds: readonly string[]; onShow: (spanId: string) => void }) {
  const spans = useSession(session, (state) => state.model.spans);
  if (spanIds.length === 0) return null;
  const there = inTextOrder(spanIds.flatMap((id) => spans.get(id) ?? []));
  const gone = spanIds.length - there.length;
  return (
    <div>
      <p className="x12">{spanIds.length === 1 ? "Look at this mark:" : "Look at these marks:"}</p>
      <ul className="flagged">
        {there.map((span) => <li key={span.id}><Button look="quiet" size="small" icon={<Icon of={Flag} size="s" />} onClick={() => onShow(span.id)}><q className="cut" dir="auto">{quoteOf(span)}</q></Button></li>)}
      </ul>
      {gone > 0 && <p className="x11">{gone === 1 ? "1 of them is deleted." : `${gone} of them are deleted.`}</p>}
    </div>
  );
}
