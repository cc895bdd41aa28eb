"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { PressGroup } from "@/components/annotator/press-group";
import { LabelSetField } from "@/components/annotator/labels/label-set-field";
import { SpeakerField } from "@/components/annotator/marking/speaker-field";
import { VOICE_CHOICES, voiceChoice, voiceFields } from "@/components/annotator/marking/voice";
import { Button } from "@/components/ui/button";
import { GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { REASONS } from "@/lib/adjudication/cluster";
import { mayHaveSpeaker } from "@/lib/annotations/speaker";
import type { Naming } from "../naming";
import { type EditDraft, lacking, overridesAll } from "../state/draft";
import type { AdjudicationSession } from "../state/session";
import { useAdjudication } from "../state/use-adjudication";
import type { AdjudicateKeys } from "../keyboard/adjudicate-keys";
import { ExtentField } from "./extent-field";
import type { Extents } from "./extent";

const FRAMINGS = ["advocacy", "critical", "neutral"] as const;

/** The reviewer's own version: its words, what they are to say, and why. Nothing is recorded before the button is pressed. */
export function EditForm({ session, draft, naming, extents, keys, asked, onAsked }: {
  session: AdjudicationSession;
  draft: EditDraft;
  naming: Naming;
  extents: Extents;
  keys: AdjudicateKeys;
  /** Somebody tried to record it, so what it lacks is said. */
  asked: boolean;
  onAsked: () => void;
}) {
  const t = useTranslations("adjudicate.form");
  const box = useRef<HTMLElement>(null);
  const { article, targets } = useAdjudication(session, (state) => state.document);
  const clusters = useAdjudication(session, (state) => state.clusters);
  const cluster = clusters.find(({ key }) => key === draft.key) ?? null;
  useEffect(() => {
    box.current?.querySelector<HTMLElement>("[data-extent]")?.focus();
  }, []);
  const lacks = lacking(draft, cluster);
  const record = (): void => {
    if (lacks === null) session.record();
    else onAsked();
  };
  return (
    <section className="edit-form" aria-labelledby="edit-title" ref={box}>
      <h3 id="edit-title">{t(draft.key === null ? "added" : "title")}</h3>
      <ExtentField parts={draft.parts} extents={extents} language={article.language} onChange={(parts) => session.change({ parts })} />
      <CodeFields session={session} draft={draft} naming={naming} targets={targets} />
      {overridesAll(draft, cluster) && <Why draft={draft} onChange={(fields) => session.change(fields)} error={asked && (lacks === "note" || lacks === "reason") ? t(`lacking.${lacks}`) : undefined} />}
      {asked && lacks !== null && lacks !== "note" && lacks !== "reason" && <p className="bad-text" role="alert">{t(`lacking.${lacks}`)}</p>}
      <div className="acts">
        <Button look="quiet" onClick={() => session.drop()}>{t("leave")}</Button>
        <Button look="primary" keys={keys.shown("settleArticle")} onClick={record}>{t("record")}</Button>
      </div>
    </section>
  );
}

function CodeFields({ session, draft, naming: { codebook }, targets }: { session: AdjudicationSession; draft: EditDraft; naming: Naming; targets: readonly { id: string; name: string; archived: boolean }[] }) {
  const t = useTranslations("adjudicate");
  const [cards, study] = [useTranslations("cards"), useTranslations("marking.study")];
  const { codes } = draft;
  const { asks } = codebook.content;
  const set = (fields: Partial<EditDraft["codes"]>): void => session.change({ codes: { ...codes, ...fields } });
  const group = { className: "seg small fill" };
  const offered = targets.filter((target) => !target.archived || target.id === codes.targetId);
  return (
    <>
      <PressGroup label={t("rows.framing")} options={FRAMINGS.map((value) => ({ value, label: codebook.framing(value), className: GLYPH_CLASS[value] }))} value={codes.framing} onChange={(framing) => framing !== null && set({ framing, labelIds: [...codebook.fitting(framing, codes.labelIds)] })} {...group} />
      <Select label={t("rows.target")} value={codes.targetId ?? ""} onChange={(event) => set({ targetId: event.target.value || null })} options={[{ value: "", label: t("form.choose") }, ...offered.map(({ id, name }) => ({ value: id, label: name }))]} />
      {asks.voice && (
        <div className="field">
          <span className="lab" aria-hidden="true">{t("rows.voice")}</span>
          <PressGroup label={t("rows.voice")} options={VOICE_CHOICES.map((value) => ({ value, label: study(`voices.${value}`) }))} value={voiceChoice(codes)} onChange={(choice) => choice !== null && set({ ...voiceFields(choice), ...(mayHaveSpeaker(voiceFields(choice).voice) ? {} : { speaker: null }) })} {...group} />
        </div>
      )}
      {mayHaveSpeaker(codes.voice) && <div className="field"><span className="lab" aria-hidden="true">{t("rows.speaker")}</span><span className="input small"><SpeakerField key={draft.key} speaker={codes.speaker ?? null} names={[]} onChange={(speaker) => set({ speaker })} /></span></div>}
      {asks.directness && <PressGroup label={cards("aimed")} options={(["direct", "indirect"] as const).map((value) => ({ value, label: cards(`directness.${value}`) }))} value={codes.directness} onChange={(directness) => directness !== null && set({ directness })} {...group} />}
      {asks.device && <PressGroup label={cards("byWhat")} options={(["words", "facts"] as const).map((value) => ({ value, label: cards(`devices.${value}`) }))} value={codes.device} onChange={(device) => set({ device })} clearable {...group} />}
      {codes.framing !== null && codebook.setsOfSpan({ framing: codes.framing, labelIds: codes.labelIds }).map((labels) => (
        <LabelSetField key={labels.id} codebook={codebook} set={labels} labelIds={codes.labelIds} disabled={false} onToggle={(id) => set({ labelIds: codes.framing === null ? [] : [...codebook.fitting(codes.framing, codebook.toggled(labels, codes.labelIds, id))] })} />
      ))}
      <TextArea label={t("form.note")} rows={2} maxLength={4000} value={codes.note} onChange={(event) => set({ note: event.target.value })} />
    </>
  );
}

function Why({ draft, error, onChange }: { draft: EditDraft; error: string | undefined; onChange: (fields: Partial<EditDraft>) => void }) {
  const t = useTranslations("adjudicate");
  return (
    <>
      <Select label={t("form.reason")} value={draft.reason ?? ""} onChange={(event) => onChange({ reason: REASONS.find((one) => one === event.target.value) ?? null })} options={[{ value: "", label: t("why.reasonNeeded") }, ...REASONS.map((value) => ({ value, label: t(`why.reasons.${value}`) }))]} />
      <TextArea label={t("form.whyNote")} rows={2} maxLength={4000} error={error} value={draft.note} onChange={(event) => onChange({ note: event.target.value })} />
    </>
  );
}
