"use client";

import { MessageSquare } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import type { JudgementValue } from "@/lib/annotations/span";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/components/words/words";
import type { Framing } from "@/lib/codebook/framing";
import { useConfidences } from "../cards/use-confidences";
import { NoteField } from "../cards/note-field";
import type { Codebook } from "../labels/codebook";
import { PressGroup } from "../press-group";
import { type Judgement, judgementKey } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { useSession } from "../state/use-session";
import type { Target } from "../types";
import { RowConflictChoice } from "./row-conflict";

const SCALE = [
  { value: -2, sign: "−2", leaning: "critical", strongly: true },
  { value: -1, sign: "−1", leaning: "critical" },
  { value: 0, sign: "0", says: "noLean" },
  { value: 1, sign: "+1", leaning: "advocacy" },
  { value: 2, sign: "+2", leaning: "advocacy", strongly: true },
  { value: "unclear", sign: "?", says: "unclear", apart: true },
  { value: "not_addressed", sign: "n/a", says: "notAddressed", apart: true },
] as const satisfies readonly ({ value: JudgementValue; sign: string; apart?: true } & ({ leaning: Framing; strongly?: true } | { says: string }))[];

/** What a step of the scale means, in the words of the codebook. */
function stepWords(step: (typeof SCALE)[number], codebook: Codebook, t: Translator<"whole">): string {
  if ("says" in step) return t(`scale.${step.says}`);
  const framing = codebook.framing(step.leaning).toLocaleLowerCase();
  return t("strongly" in step ? "scale.strongly" : "scale.leaning", { sign: step.sign, framing });
}

/** One line: the target, the scale, and behind a small button how sure one is and why. */
export function JudgementRow({ session, target, judgement }: { session: AnnotatorSession; target: Target; judgement: Judgement | null }) {
  const name = useId();
  const [more, setMore] = useState(false);
  const readOnly = useSession(session, isReadOnly);
  const conflict = useSession(session, (state) => state.rowConflicts.get(judgementKey(target.id)));
  const said = judgement !== null && (judgement.confidence !== null || judgement.note !== "");
  const shown = more && judgement !== null;
  const t = useTranslations("whole");
  const confidences = useConfidences();
  return (
    <div className="jr" data-judge={target.id}>
      <span className="cut" id={`${name}-name`} title={target.name}>{target.name}</span>
      <span className="row tight">
        <span className="scale" role="radiogroup" aria-labelledby={`${name}-name`}>
          {SCALE.map((step) => (
            <label key={String(step.value)} className={"apart" in step ? "na" : undefined} title={stepWords(step, session.codebook, t)}>
              <input type="radio" name={name} aria-label={stepWords(step, session.codebook, t)} checked={step.value === judgement?.value} disabled={readOnly} onChange={() => session.judge(target.id, { value: step.value })} />
              {step.sign}
            </label>
          ))}
        </span>
        <Button
          look="quiet"
          size="small"
          className={said ? "said" : undefined}
          icon={<Icon of={MessageSquare} size="s" />}
          label={t(said ? "said" : "say", { name: target.name })}
          disabled={judgement === null}
          aria-expanded={shown}
          onClick={() => setMore(!more)}
        />
      </span>
      {shown && (
        <div className="whole more">
          <span className="pair">
            <span className="lab" aria-hidden="true">{t("sure")}</span>
            <PressGroup label={t("howSure", { name: target.name })} options={confidences} value={judgement.confidence} onChange={(confidence) => session.judge(target.id, { confidence })} clearable disabled={readOnly} className="seg small fill" />
          </span>
          <NoteField label={t("noteOn", { name: target.name })} hint={t("note.hint")} note={judgement.note} readOnly={readOnly} onSave={(note) => session.judge(target.id, { note })} />
        </div>
      )}
      {conflict !== undefined && <RowConflictChoice session={session} rowKey={judgementKey(target.id)} {...{ conflict }} say={(row) => (row.kind === "judge" ? (signOf(row.judgement) ?? t("none")) : "")} />}
    </div>
  );
}

function signOf(judgement: Judgement | null): string | undefined {
  return SCALE.find((step) => step.value === judgement?.value)?.sign;
}
