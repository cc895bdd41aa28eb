"use client";

import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { Icon } from "@/components/ui/icon";
import type { Attribution, Confidence, Directness, SpanCodes, Voice } from "@/lib/annotations/span";
import type { Device, Framing } from "@/lib/codebook/framing";
import { PressGroup } from "../press-group";
import type { AnnotatorSession } from "../state/session";
import type { AnnotatorSpan } from "../types";
import { NoteField } from "./note-field";

const FRAMINGS = [{ value: "advocacy", label: "Advocacy", className: "adv" }, { value: "critical", label: "Critical", className: "crit" }, { value: "neutral", label: "Neutral", className: "neu" }] as const satisfies readonly { value: Framing; label: string; className: string }[];
const VOICES = [{ value: "own", label: "Own" }, { value: "quoted", label: "Quoted" }, { value: "embedded", label: "Embedded" }] as const satisfies readonly { value: Voice; label: string }[];
const ATTRIBUTIONS = [{ value: "direct", label: "In quotes", title: "In quotation marks" }, { value: "reported", label: "Reported", title: "Without quotation marks" }] as const satisfies readonly { value: Attribution; label: string; title: string }[];
const DIRECTNESS = [{ value: "direct", label: "At it", title: "At the target itself" }, { value: "indirect", label: "Through another", title: "Through an ally or an opponent" }] as const satisfies readonly { value: Directness; label: string; title: string }[];
const DEVICES = [{ value: "words", label: "Words", title: "How it is told" }, { value: "facts", label: "Facts", title: "What is told" }] as const satisfies readonly { value: Device; label: string; title: string }[];
const CONFIDENCES = [{ value: 1, label: "Low" }, { value: 2, label: "Medium" }, { value: 3, label: "High" }] as const satisfies readonly { value: Confidence; label: string }[];

/** The slow path: everything one can say about a span. Each change is saved at once. */
export function CardBody({ session, span, readOnly }: { session: AnnotatorSession; span: AnnotatorSpan; readOnly: boolean }) {
  const target = useId();
  const set = (fields: Partial<SpanCodes>): void => session.edit(span.id, fields);
  const voiced = (voice: Voice | null): void => {
    if (voice !== null) set({ voice, attribution: voice === "quoted" ? (span.attribution ?? "direct") : null });
  };
  const group = { disabled: readOnly, className: "seg small fill" };
  return (
    <>
      <PressGroup label="Framing" options={FRAMINGS} value={span.framing} onChange={(framing) => framing !== null && set({ framing })} {...group} />
      <div className="pair">
        <label className="lab" htmlFor={target}>Target</label>
        <span className="select small">
          <select id={target} value={span.targetId} disabled={readOnly} onChange={(event) => set({ targetId: event.target.value })}>
            {session.document.targets.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
          <Icon of={ChevronDown} size="s" />
        </span>
        {session.document.wordsAskVoice !== false && (
          <>
            <span className="lab" aria-hidden="true">Voice</span>
            <PressGroup label="Voice" options={VOICES} value={span.voice} onChange={voiced} {...group} />
            {span.voice === "quoted" && (
              <>
                <span className="lab" aria-hidden="true">Given</span>
                <PressGroup label="How the quotation is given" options={ATTRIBUTIONS} value={span.attribution} onChange={(attribution) => attribution !== null && set({ attribution })} {...group} />
              </>
            )}
          </>
        )}
        <span className="lab" aria-hidden="true">Aimed</span>
        <PressGroup label="Aimed" options={DIRECTNESS} value={span.directness} onChange={(directness) => directness !== null && set({ directness })} {...group} />
        <span className="lab" aria-hidden="true">By</span>
        <PressGroup label="By words or by facts" options={DEVICES} value={span.device} onChange={(device) => set({ device })} clearable {...group} />
        <span className="lab" aria-hidden="true">Sure?</span>
        <PressGroup label="How sure you are" options={CONFIDENCES} value={span.confidence} onChange={(confidence) => set({ confidence })} clearable {...group} />
      </div>
      <NoteField key={span.id} note={span.note} readOnly={readOnly} onSave={(note) => set({ note })} />
    </>
  );
}
