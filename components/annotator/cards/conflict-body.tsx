"use client";

import { GitCompare } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import type { Translator } from "@/components/words/words";
import { differing, type SPAN_FIELDS } from "../state/conflicts";
import { quoteOf, type SpanFields } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import type { Conflict } from "../state/conflicts";
import { targetName } from "../state/spoken";
import type { AnnotatorSpan } from "../types";

/** Both versions of a mark that changed elsewhere, side by side; the person chooses. */
export function ConflictBody({ session, id, conflict }: { session: AnnotatorSession; id: string; conflict: Conflict<AnnotatorSpan> }) {
  const { mine, theirs } = conflict;
  const t = useTranslations("cards");
  const fields = mine === null || theirs === null ? [] : differing(mine, theirs);
  const say = (span: AnnotatorSpan, field: keyof SpanFields): string => wordsOf(span, field, session, t);
  return (
    <div className="conflict">
      <Note icon={<Icon of={GitCompare} size="s" />}>{`${t("conflict.changed")} ${t(mine === null ? "conflict.deletedHere" : theirs === null ? "conflict.deletedThere" : "conflict.which")}`}</Note>
      {mine !== null && theirs !== null && (
        <table className="tb">
          <thead><tr><th scope="col"><span className="vh">{t("conflict.what")}</span></th><th scope="col">{t("conflict.yours")}</th><th scope="col">{t("conflict.there")}</th></tr></thead>
          <tbody>{fields.map((field) => <tr key={field}><th scope="row">{t(`conflict.fields.${field as (typeof SPAN_FIELDS)[number]}`)}</th><td>{say(mine, field)}</td><td>{say(theirs, field)}</td></tr>)}</tbody>
        </table>
      )}
      <div className="wrap">
        <Button size="small" onClick={() => session.settleSpan(id, "mine")}>{t(mine === null ? "conflict.deleteIt" : theirs === null ? "conflict.putBack" : "conflict.keepMine")}</Button>
        <Button size="small" onClick={() => session.settleSpan(id, "theirs")}>{t(theirs === null ? "conflict.letGo" : mine === null ? "conflict.keepIt" : "conflict.takeOther")}</Button>
      </div>
    </div>
  );
}

const CONFIDENCES = { 1: "low", 2: "medium", 3: "high" } as const;

function wordsOf(span: AnnotatorSpan, field: keyof SpanFields, session: AnnotatorSession, t: Translator<"cards">): string {
  if (field === "parts") return quoteOf(span);
  if (field === "framing") return session.codebook.framing(span.framing);
  if (field === "targetId") return targetName(session.naming, span.targetId);
  if (field === "labelIds") return session.codebook.carried(span.labelIds).map(({ label }) => label.name).join(", ") || "–";
  if (field === "confidence") return span.confidence === null ? "–" : t(`confidence.${CONFIDENCES[span.confidence]}`);
  if (field === "note" || field === "speaker") return span[field] || "–";
  const value = field === "voice" || field === "attribution" || field === "directness" || field === "device" ? span[field] : null;
  return value === null ? "–" : t(`conflict.values.${value}`);
}
