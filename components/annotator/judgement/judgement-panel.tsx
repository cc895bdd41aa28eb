"use client";

import { useId } from "react";
import type { JudgementValue } from "@/lib/annotations/span";
import { Button } from "@/components/ui/button";
import { withoutJudgement } from "../state/submission";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { useSession } from "../state/use-session";
import type { Target } from "../types";

const SCALE: readonly { value: JudgementValue; sign: string; words: string; apart?: true }[] = [
  { value: -2, sign: "−2", words: "−2, strongly critical" },
  { value: -1, sign: "−1", words: "−1, critical" },
  { value: 0, sign: "0", words: "0, no lean" },
  { value: 1, sign: "+1", words: "+1, advocacy" },
  { value: 2, sign: "+2", words: "+2, strong advocacy" },
  { value: "unclear", sign: "?", words: "Unclear: pulls both ways", apart: true },
  { value: "not_addressed", sign: "n/a", words: "Not addressed", apart: true },
];

/** The stance of the whole article toward each focus target; needed before submitting. */
export function JudgementPanel({ session }: { session: AnnotatorSession }) {
  const model = useSession(session, (state) => state.model);
  const { targets } = session.document;
  const focus = targets.filter((target) => target.isFocus);
  if (focus.length === 0) return null;
  const left = withoutJudgement(targets, model).length;
  return (
    <section className="judge" aria-label="Article judgement">
      <div className="row"><strong>The article as a whole</strong><span className="x11 push">{left === 0 ? "Complete" : `${left} left`}</span></div>
      {focus.map((target) => <JudgementRow key={target.id} session={session} target={target} value={model.judgements.get(target.id) ?? null} />)}
    </section>
  );
}

/** Moves focus to the scale of a target. */
export function focusJudgement(root: ParentNode, targetId: string): void {
  root.querySelector<HTMLElement>(`[data-judge="${CSS.escape(targetId)}"] input`)?.focus();
}

function JudgementRow({ session, target, value }: { session: AnnotatorSession; target: Target; value: JudgementValue | null }) {
  const name = useId();
  const readOnly = useSession(session, isReadOnly);
  const conflict = useSession(session, (state) => state.judgementConflicts.get(target.id));
  const signOf = (judgement: JudgementValue | null): string => SCALE.find((step) => step.value === judgement)?.sign ?? "none";
  return (
    <div className="jr" data-judge={target.id}>
      <span className="cut" id={`${name}-name`} title={target.name}>{target.name}</span>
      <span className="scale" role="radiogroup" aria-labelledby={`${name}-name`}>
        {SCALE.map((step) => (
          <label key={step.value} className={step.apart && "na"} title={step.words}>
            <input type="radio" name={name} aria-label={step.words} checked={step.value === value} disabled={readOnly} onChange={() => session.judge(target.id, step.value)} />
            {step.sign}
          </label>
        ))}
      </span>
      {conflict !== undefined && (
        <span className="wrap x12 changed">
          Changed elsewhere.
          <Button size="small" onClick={() => session.settleJudgement(target.id, "mine")}>{`Keep ${signOf(conflict.mine)}`}</Button>
          <Button size="small" onClick={() => session.settleJudgement(target.id, "theirs")}>{`Take ${signOf(conflict.theirs)}`}</Button>
        </span>
      )}
    </div>
  );
}
