"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { TextArea } from "@/components/ui/text-area";
import type { KeyMark } from "@/lib/annotations/answer-key";

/** The marks of a key with the reason for each, which annotators read after practice. */
export function KeyMarks({ marks, targets, framings, busy, onSave }: { marks: readonly KeyMark[]; targets: readonly { id: string; name: string }[]; framings: readonly { id: string; name: string }[]; busy: boolean; onSave: (marks: KeyMark[]) => void }) {
  const t = useTranslations("keys.marks");
  const acts = useTranslations("acts");
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const changed = marks.some((mark) => reasons.has(mark.id) && reasons.get(mark.id) !== mark.reason);
  if (marks.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <>
      <ul className="key-marks">
        {marks.map((mark) => (
          <li key={mark.id}>
            <span className="row"><span className={`fr ${GLYPH_CLASS[mark.framing]}`}><FramingGlyph shape={mark.framing} />{framings.find((one) => one.id === mark.framing)?.name ?? mark.framing}</span> <span className="cut">{targets.find((target) => target.id === mark.targetId)?.name ?? t("former")}</span></span>
            <span className="q" dir="auto">{mark.parts.map((part) => part.quote).join(" … ")}</span>
            <TextArea label={t("why", { quote: mark.parts[0]?.quote ?? "" })} hideLabel placeholder={t("whyHint")} rows={2} maxLength={4000} dir="auto" value={reasons.get(mark.id) ?? mark.reason} onChange={(event) => setReasons(new Map(reasons).set(mark.id, event.target.value))} />
          </li>
        ))}
      </ul>
      {changed && <div><Button look="primary" busy={busy} onClick={() => onSave(marks.map((mark) => ({ ...mark, reason: reasons.get(mark.id) ?? mark.reason })))}>{busy ? acts("saving") : t("save")}</Button></div>}
    </>
  );
}
