"use client";

import { GitCompare } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { differing, type SPAN_FIELDS } from "../state/conflicts";
import { quoteOf, type SpanFields } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import type { Conflict } from "../state/conflicts";
import { targetName } from "../state/spoken";
import type { AnnotatorSpan } from "../types";

const NAMES: Readonly<Record<(typeof SPAN_FIELDS)[number], string>> = { framing: "Framing", targetId: "Target", voice: "Voice", attribution: "Given", speaker: "Said by", directness: "Aimed", device: "By", confidence: "Sure?", labelIds: "Labels", note: "Note", parts: "Words" };

/** Both versions of a mark that changed elsewhere, side by side; the person chooses. */
export function ConflictBody({ session, id, conflict }: { session: AnnotatorSession; id: string; conflict: Conflict<AnnotatorSpan> }) {
  const { mine, theirs } = conflict;
  const fields = mine === null || theirs === null ? [] : differing(mine, theirs);
  const say = (span: AnnotatorSpan, field: keyof SpanFields): string => wordsOf(span, field, session);
  return (
    <div className="conflict">
      <Note icon={<Icon of={GitCompare} size="s" />}>Mark changed elsewhere. {mine === null ? "You deleted it here." : theirs === null ? "It was deleted there." : "Which one stays?"}</Note>
      {mine !== null && theirs !== null && (
        <table className="tb">
          <thead><tr><th scope="col"><span className="vh">What</span></th><th scope="col">Yours</th><th scope="col">There</th></tr></thead>
          <tbody>{fields.map((field) => <tr key={field}><th scope="row">{NAMES[field as keyof typeof NAMES]}</th><td>{say(mine, field)}</td><td>{say(theirs, field)}</td></tr>)}</tbody>
        </table>
      )}
      <div className="wrap">
        <Button size="small" onClick={() => session.settleSpan(id, "mine")}>{mine === null ? "Delete it" : theirs === null ? "Put mine back" : "Keep mine"}</Button>
        <Button size="small" onClick={() => session.settleSpan(id, "theirs")}>{theirs === null ? "Let it go" : mine === null ? "Keep it" : "Take the other"}</Button>
      </div>
    </div>
  );
}

function wordsOf(span: AnnotatorSpan, field: keyof SpanFields, session: AnnotatorSession): string {
  if (field === "parts") return quoteOf(span);
  if (field === "framing") return session.codebook.framing(span.framing);
  if (field === "targetId") return targetName(session.naming.targets, span.targetId);
  if (field === "labelIds") return session.codebook.carried(span.labelIds).map(({ label }) => label.name).join(", ") || "–";
  if (field === "confidence") return span.confidence === null ? "–" : (["Low", "Medium", "High"][span.confidence - 1] ?? "–");
  const value = span[field];
  return value === null || value === undefined || value === "" ? "–" : String(value);
}
