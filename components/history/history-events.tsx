import { Check, Circle, CornerUpLeft, Pencil, type LucideIcon } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import type { Changes, HistoryEvent, HistorySpan } from "./api";
import { MarkLine } from "./mark-line";
import { judgementWords } from "./judgement-words";
import "./history.css";

const ICONS: Readonly<Record<HistoryEvent["kind"], LucideIcon>> = { assigned: Circle, begun: Pencil, submitted: Check, returned: CornerUpLeft };

/** "3 marks", or nothing for none. */
const some = (count: number, one: string, many: string): string[] => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]);

/** Says what an event was, in words. */
export function eventWords(event: HistoryEvent): string {
  if (event.kind === "assigned") return "Assigned";
  if (event.kind === "begun") return "Begun";
  if (event.kind === "returned") return `Returned by ${event.by ?? "a reviewer"}`;
  const parts = [event.spans === 0 ? "no marks" : some(event.spans, "mark", "marks")[0], ...some(event.judgements, "judgement", "judgements"), ...some(event.answers, "answer", "answers"), ...some(event.notes, "note", "notes")];
  return `${event.number === 1 ? "Submitted" : `Submitted again, number ${event.number}`}: ${parts.join(", ")}`;
}

/** The events of a history, the oldest first, each with what it was about. */
export function HistoryEvents({ events }: { events: readonly HistoryEvent[] }) {
  return (
    <ol className="history">
      {events.map((event, i) => (
        <li key={i}>
          <Icon of={ICONS[event.kind]} size="s" />
          <div>
            <p className="row"><strong>{eventWords(event)}</strong> <time className="x12 num" dateTime={event.at}>{`${event.at.slice(0, 16).replace("T", " ")} UTC`}</time></p>
            {event.kind === "returned" && <Returned comment={event.comment} spans={event.spans} />}
            {event.kind === "submitted" && event.changes !== null && <Changed changes={event.changes} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Returned({ comment, spans }: { comment: string; spans: readonly HistorySpan[] }) {
  return (
    <>
      {comment === "" ? <p className="muted">The comment was erased with its author.</p> : <p className="comment" dir="auto">{comment}</p>}
      <Marks title="Marks to look at" spans={spans} />
    </>
  );
}

function Changed({ changes: { spans, judgements, answers, notes } }: { changes: Changes }) {
  const noted = [...some(notes.added, "note added", "notes added"), ...some(notes.changed, "note changed", "notes changed"), ...some(notes.removed, "note removed", "notes removed")];
  const nothing = spans.added.length + spans.removed.length + spans.changed.length + judgements.length + answers.length + noted.length === 0;
  if (nothing) return <p className="muted">Nothing was changed since the submission before.</p>;
  return (
    <>
      <Marks title="Added" spans={spans.added} />
      <Marks title="Removed" spans={spans.removed} struck />
      {spans.changed.length > 0 && <Group title="Changed">{spans.changed.map(({ before, after }) => <li key={after.id}><MarkLine mark={before} struck /><MarkLine mark={after} /></li>)}</Group>}
      {judgements.length > 0 && <Group title="Judgements">{judgements.map((one) => <li key={one.targetId}>{one.target}: {one.before === one.after ? `${judgementWords(one.after)}, with other words or confidence` : <><s>{judgementWords(one.before)}</s> → {judgementWords(one.after)}</>}</li>)}</Group>}
      {answers.length > 0 && <Group title="Answers">{answers.map((one) => <li key={one.setId}>{one.set}: <s>{one.before.join(", ") || "no answer"}</s> → {one.after.join(", ") || "no answer"}</li>)}</Group>}
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
