"use client";

import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { Attribution, Directness, SpanCodes, Voice } from "@/lib/annotations/span";
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
import { useConfidences } from "./use-confidences";

const VOICES = ["own", "quoted", "embedded"] as const satisfies readonly Voice[];
const ATTRIBUTIONS = ["direct", "reported"] as const satisfies readonly Attribution[];
const DIRECTNESS = ["direct", "indirect"] as const satisfies readonly Directness[];
const DEVICES = ["words", "facts"] as const satisfies readonly Device[];

/** The slow path: everything one can say about a span. Each change is saved at once. */
export function CardBody({ session, span, readOnly }: { session: AnnotatorSession; span: AnnotatorSpan; readOnly: boolean }) {
  const target = useId();
  const { codebook, questions } = session;
  const keys = useKeys(session);
  const t = useTranslations("cards");
  const confidences = useConfidences();
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
                <span className="lab" aria-hidden="true">{t("given")}</span>
                <PressGroup label={t("howGiven")} options={ATTRIBUTIONS.map((value) => ({ value, label: t(`attributions.${value}`), title: t(`attributionTitles.${value}`) }))} value={span.attribution} onChange={(attribution) => attribution !== null && set({ attribution })} {...group} />
              </>
            )}
            {mayHaveSpeaker(span.voice) && (
              <>
                <span className="lab" aria-hidden="true">{t("saidBy")}</span>
                <SpeakerField key={span.id} speaker={span.speaker ?? null} names={session.speech.names} disabled={readOnly} onChange={(speaker) => set({ speaker })} />
              </>
            )}
          </>
        )}
        {asks.directness && (
          <>
            <span className="lab" aria-hidden="true">{t("aimed")}</span>
            <PressGroup label={t("aimed")} options={DIRECTNESS.map((value) => ({ value, label: t(`directness.${value}`), title: t(`directnessTitles.${value}`) }))} value={span.directness} onChange={(directness) => directness !== null && set({ directness })} {...group} />
          </>
        )}
        {asks.device && (
          <>
            <span className="lab" aria-hidden="true">{t("by")}</span>
            <PressGroup label={t("byWhat")} options={DEVICES.map((value) => ({ value, label: t(`devices.${value}`), title: t(`deviceTitles.${value}`) }))} value={span.device} onChange={(device) => set({ device })} clearable {...group} />
          </>
        )}
        {asks.confidence && (
          <>
            <span className="lab" aria-hidden="true">{t("sure")}</span>
            <PressGroup label={t("howSure")} options={confidences} value={span.confidence} onChange={(confidence) => set({ confidence })} clearable {...group} />
          </>
        )}
      </div>
      {codebook.setsOfSpan(span).map((labels) => (
        <LabelSetField key={labels.id} codebook={codebook} set={labels} labelIds={span.labelIds} disabled={readOnly} keyOf={(label) => keys.labelKey(label)} onToggle={(labelId) => session.toggleLabel(span.id, labels, labelId)} />
      ))}
      <NoteField key={span.id} label={t("note")} hint={t("note")} note={span.note} readOnly={readOnly} onSave={(note) => set({ note })} />
    </>
  );
}
