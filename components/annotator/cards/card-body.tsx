"use client";

import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { Attribution, Confidence, Directness, SpanCodes, Voice } from "@/lib/annotations/span";
import { mayHaveSpeaker } from "@/lib/annotations/speaker";
import type { Device } from "@/lib/codebook/framing";
import { GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { useKeys } from "../keyboard/use-keys";
import { LabelSetField } from "../labels/label-set-field";
import { SpeakerField } from "../marking/speaker-field";
import { PressGroup } from "../press-group";
import type { AnnotatorSession } from "../state/session";
import type { AnnotatorSpan } from "../types";
import { PassageList } from "../marking/passage-list";
import { NoteField } from "./note-field";

const VOICES = ["own", "quoted", "embedded"] as const satisfies readonly Voice[];
const ATTRIBUTIONS = [{ value: "direct", label: "In quotes", title: "In quotation marks" }, { value: "reported", label: "Reported", title: "Without quotation marks" }] as const satisfies readonly { value: Attribution; label: string; title: string }[];
const DIRECTNESS = [{ value: "direct", label: "At it", title: "At the target itself" }, { value: "indirect", label: "Through another", title: "Through an ally or an opponent" }] as const satisfies readonly { value: Directness; label: string; title: string }[];
const DEVICES = [{ value: "words", label: "Words", title: "How it is told" }, { value: "facts", label: "Facts", title: "What is told" }] as const satisfies readonly { value: Device; label: string; title: string }[];
/** How sure one is, in three steps. */
export const CONFIDENCES = [{ value: 1, label: "Low" }, { value: 2, label: "Medium" }, { value: 3, label: "High" }] as const satisfies readonly { value: Confidence; label: string }[];

/** The slow path: everything one can say about a span. Each change is saved at once. */
export function CardBody({ session, span, readOnly }: { session: AnnotatorSession; span: AnnotatorSpan; readOnly: boolean }) {
  const target = useId();
  const { codebook, questions } = session;
  const keys = useKeys(session);
  const { asks } = codebook.content;
  const set = (fields: Partial<SpanCodes>): void => session.edit(span.id, fields);
  const voiced = (voice: Voice | null): void => {
    if (voice !== null) set({ voice, attribution: voice === "quoted" ? (span.attribution ?? "direct") : null, ...(mayHaveSpeaker(voice) ? {} : { speaker: null }) });
  };
  const group = { disabled: readOnly, className: "seg small fill" };
  const framings = questions.framings.map((value) => ({ value, label: codebook.framing(value), className: GLYPH_CLASS[value] }));
  return (
    <>
      <PassageList parts={span.parts} onRemove={readOnly ? null : (at) => session.removePassage(span.id, at)} />
      {questions.spelledOut && <span className="lab" aria-hidden="true">{questions.framing}</span>}
      <PressGroup label={questions.framing} options={framings} value={span.framing} onChange={(framing) => framing !== null && set({ framing })} {...group} />
      <div className={classNames("pair", questions.spelledOut && "spelled")}>
        <label className="lab" htmlFor={target}>{questions.target}</label>
        <span className="select small">
          <select id={target} value={span.targetId} disabled={readOnly} onChange={(event) => set({ targetId: event.target.value })}>
            {session.document.targets.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            {session.document.formerTargets.filter(({ id }) => id === span.targetId).map(({ id, name }) => <option key={id} value={id} disabled>{name}</option>)}
          </select>
          <Icon of={ChevronDown} size="s" />
        </span>
        {asks.voice && (
          <>
            <span className="lab" aria-hidden="true">{questions.voice}</span>
            <PressGroup label={questions.voice} options={VOICES.map((value) => ({ value, label: questions.cardVoices[value] }))} value={span.voice} onChange={voiced} {...group} />
            {span.voice === "quoted" && (
              <>
                <span className="lab" aria-hidden="true">Given</span>
                <PressGroup label="How the quotation is given" options={ATTRIBUTIONS} value={span.attribution} onChange={(attribution) => attribution !== null && set({ attribution })} {...group} />
              </>
            )}
            {mayHaveSpeaker(span.voice) && (
              <>
                <span className="lab" aria-hidden="true">Said by</span>
                <SpeakerField key={span.id} speaker={span.speaker ?? null} names={session.speech.names} disabled={readOnly} onChange={(speaker) => set({ speaker })} />
              </>
            )}
          </>
        )}
        {asks.directness && (
          <>
            <span className="lab" aria-hidden="true">Aimed</span>
            <PressGroup label="Aimed" options={DIRECTNESS} value={span.directness} onChange={(directness) => directness !== null && set({ directness })} {...group} />
          </>
        )}
        {asks.device && (
          <>
            <span className="lab" aria-hidden="true">By</span>
            <PressGroup label="By words or by facts" options={DEVICES} value={span.device} onChange={(device) => set({ device })} clearable {...group} />
          </>
        )}
        {asks.confidence && (
          <>
            <span className="lab" aria-hidden="true">Sure?</span>
            <PressGroup label="How sure you are" options={CONFIDENCES} value={span.confidence} onChange={(confidence) => set({ confidence })} clearable {...group} />
          </>
        )}
      </div>
      {codebook.setsOfSpan(span).map((labels) => (
        <LabelSetField key={labels.id} codebook={codebook} set={labels} labelIds={span.labelIds} disabled={readOnly} keyOf={(label) => keys.labelKey(label)} onToggle={(labelId) => session.toggleLabel(span.id, labels, labelId)} />
      ))}
      <NoteField key={span.id} note={span.note} readOnly={readOnly} onSave={(note) => set({ note })} />
    </>
  );
}
