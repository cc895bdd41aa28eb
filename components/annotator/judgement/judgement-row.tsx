"use client";

import { MessageSquare } from "lucide-react";
import { useId, useState } from "react";
import type { JudgementValue } from "@/lib/annotations/span";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Framing } from "@/lib/codebook/framing";
import { CONFIDENCES } from "../cards/card-body";
import { NoteField } from "../cards/note-field";
import type { Codebook } from "../labels/codebook";
import { PressGroup } from "../press-group";
import { type Judgement, judgementKey } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { useSession } from "../state/use-session";
import type { Target } from "../types";
import { RowConflictChoice } from "./row-conflict";

const SCALE: readonly { value: JudgementValue; sign: string; words: (codebook: Codebook) => string; apart?: true }[] = [
  { value: -2, sign: "−2", words: (codebook) => `−2, ${leaning(codebook, "critical")}, strongly` },
  { value: -1, sign: "−1", words: (codebook) => `−1, ${leaning(codebook, "critical")}` },
  { value: 0, sign: "0", words: () => "0, no lean" },
  { value: 1, sign: "+1", words: (codebook) => `+1, ${leaning(codebook, "advocacy")}` },
  { value: 2, sign: "+2", words: (codebook) => `+2, ${leaning(codebook, "advocacy")}, strongly` },
  { value: "unclear", sign: "?", words: () => "Unclear: pulls both ways", apart: true },
  { value: "not_addressed", sign: "n/a", words: () => "Not addressed", apart: true },
];

function leaning(codebook: Codebook, framing: Framing): string {
  return codebook.framing(framing).toLocaleLowerCase();
}

/** One line: the target, the scale, and behind a small button how sure one is and why. */
export function JudgementRow({ session, target, judgement }: { session: AnnotatorSession; target: Target; judgement: Judgement | null }) {
  const name = useId();
  const [more, setMore] = useState(false);
  const readOnly = useSession(session, isReadOnly);
  const conflict = useSession(session, (state) => state.rowConflicts.get(judgementKey(target.id)));
  const said = judgement !== null && (judgement.confidence !== null || judgement.note !== "");
  const shown = more && judgement !== null;
  return (
    <div className="jr" data-judge={target.id}>
      <span className="cut" id={`${name}-name`} title={target.name}>{target.name}</span>
      <span className="row tight">
        <span className="scale" role="radiogroup" aria-labelledby={`${name}-name`}>
          {SCALE.map((step) => (
            <label key={String(step.value)} className={step.apart && "na"} title={step.words(session.codebook)}>
              <input type="radio" name={name} aria-label={step.words(session.codebook)} checked={step.value === judgement?.value} disabled={readOnly} onChange={() => session.judge(target.id, { value: step.value })} />
              {step.sign}
            </label>
          ))}
        </span>
        <Button
          look="quiet"
          size="small"
          className={said ? "said" : undefined}
          icon={<Icon of={MessageSquare} size="s" />}
          label={`${said ? "Note and how sure" : "Add a note or how sure you are"}: ${target.name}`}
          disabled={judgement === null}
          aria-expanded={shown}
          onClick={() => setMore(!more)}
        />
      </span>
      {shown && (
        <div className="whole more">
          <span className="pair">
            <span className="lab" aria-hidden="true">Sure?</span>
            <PressGroup label={`How sure you are: ${target.name}`} options={CONFIDENCES} value={judgement.confidence} onChange={(confidence) => session.judge(target.id, { confidence })} clearable disabled={readOnly} className="seg small fill" />
          </span>
          <NoteField label={`Note on ${target.name}`} note={judgement.note} readOnly={readOnly} onSave={(note) => session.judge(target.id, { note })} />
        </div>
      )}
      {conflict !== undefined && <RowConflictChoice session={session} rowKey={judgementKey(target.id)} {...{ conflict }} say={(row) => (row.kind === "judge" ? signOf(row.judgement) : "")} />}
    </div>
  );
}

function signOf(judgement: Judgement | null): string {
  return SCALE.find((step) => step.value === judgement?.value)?.sign ?? "none";
}
