"use client";

import { Check, Circle, CornerUpLeft, Pencil, type LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/components/words/words";
import type { Changes, HistoryEvent, HistorySpan } from "./api";
import { MarkLine } from "./mark-line";
import { judgementWords } from "./judgement-words";
import "./history.css";

const ICONS: Readonly<Record<HistoryEvent["kind"], LucideIcon>> = { assigned: Circle, begun: Pencil, submitted: Check, returned: CornerUpLeft };

/** Says what an event was, in words. */
function eventWords(t: Translator<"history">, event: HistoryEvent): string {
  if (event.kind === "assigned" || event.kind === "begun") return t(`events.${event.kind}`);
  if (event.kind === "returned") return t("events.returned", { who: event.by ?? t("events.aReviewer") });
  const parts = (["judgements", "answers", "notes"] as const).filter((what) => event[what] > 0).map((what) => t(`events.${what}`, { n: event[what] }));
  return t("events.submitted", { number: event.number, what: [t("events.marks", { n: event.spans }), ...parts].join(", ") });
}

/** The events of a history, the oldest first, each with what it was about. */
export function HistoryEvents({ events }: { events: readonly HistoryEvent[] }) {
  const t = useTranslations("history");
  return (
    <ol className="history">
      {events.map((event, i) => (
        <li key={i}>
          <Icon of={ICONS[event.kind]} size="s" />
          <div>
            <p className="row"><strong>{eventWords(t, event)}</strong> <time className="x12 num" dateTime={event.at}>{`${event.at.slice(0, 16).replace("T", " ")} UTC`}</time></p>
            {event.kind === "returned" && <Returned comment={event.comment} spans={event.spans} />}
            {event.kind === "submitted" && event.changes !== null && <Changed changes={event.changes} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Returned({ comment, spans }: { comment: string; spans: readonly HistorySpan[] }) {
  const t = useTranslations("history");
  return (
    <>
      {comment === "" ? <p className="muted">{t("erased")}</p> : <p className="comment" dir="auto">{comment}</p>}
      <Marks title={t("toLookAt")} spans={spans} />
    </>
  );
}

function Changed({ changes: { spans, judgements, answers, notes } }: { changes: Changes }) {
  const t = useTranslations("history");
  const changes = useTranslations("history.changes");
  const noted = [
    ...(notes.added > 0 ? [changes("notesAdded", { n: notes.added })] : []),
    ...(notes.changed > 0 ? [changes("notesChanged", { n: notes.changed })] : []),
    ...(notes.removed > 0 ? [changes("notesRemoved", { n: notes.removed })] : []),
  ];
  const nothing = spans.added.length + spans.removed.length + spans.changed.length + judgements.length + answers.length + noted.length === 0;
  if (nothing) return <p className="muted">{changes("nothing")}</p>;
  return (
    <>
      <Marks title={changes("added")} spans={spans.added} />
      <Marks title={changes("removed")} spans={spans.removed} struck />
      {spans.changed.length > 0 && <Group title={changes("changed")}>{spans.changed.map(({ before, after }) => <li key={after.id}><MarkLine mark={before} struck /><MarkLine mark={after} /></li>)}</Group>}
      {judgements.length > 0 && <Group title={changes("judgements")}>{judgements.map((one) => <li key={one.targetId}>{one.target}: {one.before === one.after ? changes("otherWords", { judgement: judgementWords(t, one.after) }) : <><s>{judgementWords(t, one.before)}</s> → {judgementWords(t, one.after)}</>}</li>)}</Group>}
      {answers.length > 0 && <Group title={changes("answers")}>{answers.map((one) => <li key={one.setId}>{one.set}: <s>{one.before.join(", ") || changes("noAnswer")}</s> → {one.after.join(", ") || changes("noAnswer")}</li>)}</Group>}
      {noted.length > 0 && <p className="x12">{noted.join(", ")}</p>}
    </>
  );
}

function Marks({ title, spans, struck = false }: { title: string; spans: readonly HistorySpan[]; struck?: boolean }) {
  return spans.length === 0 ? null : <Group title={title}>{spans.map((span) => <li key={span.id}><MarkLine mark={span} struck={struck} /></li>)}</Group>;
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return <div><p className="x12">{title}</p><ul>{children}</ul></div>;
}
