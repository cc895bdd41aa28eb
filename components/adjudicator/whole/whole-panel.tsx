"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Who } from "@/components/ui/who";
import { LabelSetField } from "@/components/annotator/labels/label-set-field";
import { PressGroup } from "@/components/annotator/press-group";
import { JUDGEMENTS, type JudgementValue } from "@/lib/annotations/span";
import type { LabelSet } from "@/lib/codebook/content";
import { UnsavedBox } from "../compare/unsaved-box";
import type { Naming } from "../naming";
import { oddOnes, saidBySomebody } from "../state/columns";
import type { Because } from "../state/requests";
import type { AdjudicationSession } from "../state/session";
import { useAdjudication } from "../state/use-adjudication";
import type { AnswerRow, Decision, JudgementRow } from "../types";
import { BecauseForm } from "./because-form";

/** How a judgement is written: a sign of the scale. */
const signOf = (value: JudgementValue): string => (value === "unclear" ? "?" : value === "not_addressed" ? "n/a" : value < 0 ? `−${-value}` : value > 0 ? `+${value}` : "0");

/** What everybody said of the article as a whole, and what is to stand. */
export function WholePanel({ session, naming }: { session: AdjudicationSession; naming: Naming }) {
  const t = useTranslations("adjudicate.whole");
  const { judgements, answers } = useAdjudication(session, (state) => state.document);
  if (judgements.length + answers.length === 0) return null;
  return (
    <section className="sheet whole-panel" aria-labelledby="whole-title" dir="ltr">
      <h2 id="whole-title">{t("title")}</h2>
      {judgements.map((row) => <Judgement key={row.targetId} {...{ session, row, naming }} />)}
      {answers.map((row) => {
        const set = naming.codebook.articleSets.find(({ id }) => id === row.setId);
        return set ? <Answer key={row.setId} {...{ session, row, naming, set }} /> : null;
      })}
    </section>
  );
}

function Judgement({ session, row, naming }: { session: AdjudicationSession; row: JudgementRow; naming: Naming }) {
  const t = useTranslations("adjudicate.whole");
  const subject = `judgement ${row.targetId}`;
  const waiting = useAdjudication(session, (state) => state.waiting.get(subject));
  const said = (memberId: string): string => {
    const found = row.values.find((value) => value.memberId === memberId);
    return found ? signOf(found.value) : t("noValue");
  };
  const standing = standingValue<JudgementValue>(row.decision, row.changedSince, waiting?.state === "sending" ? (waiting.body.value as JudgementValue) : undefined);
  const [first] = row.values;
  const [wished, setWished] = useState<JudgementValue | null>(null);
  const choose = (value: JudgementValue): void => {
    const isTheirs = saidBySomebody(row.values, value);
    setWished(isTheirs ? null : value);
    if (isTheirs) session.judge(row.targetId, value);
  };
  return (
    <div className="whole-row" data-judgement={row.targetId}>
      <Head name={naming.target(row.targetId)} same={row.same} standing={standing === null ? null : signOf(standing)} />
      <SaidBy session={session} naming={naming} said={said} />
      <div className="row wrap">
        {row.same && standing === null && first && <Button size="small" onClick={() => session.judge(row.targetId, first.value)}>{t("accept", { value: signOf(first.value) })}</Button>}
        <PressGroup label={`${t("choose")}: ${naming.target(row.targetId)}`} options={JUDGEMENTS.map((value) => ({ value: String(value), label: signOf(value) }))} value={String(wished ?? standing ?? "")} onChange={(value) => {
          const chosen = JUDGEMENTS.find((one) => String(one) === value);
          if (chosen !== undefined) choose(chosen);
        }} />
      </div>
      {wished !== null && <BecauseForm what={signOf(wished)} onLeave={() => setWished(null)} onRecord={(because) => { session.judge(row.targetId, wished, because); setWished(null); }} />}
      {waiting !== undefined && waiting.state !== "sending" && <UnsavedBox session={session} waiting={waiting} naming={naming} />}
    </div>
  );
}

function Answer({ session, row, naming, set }: { session: AdjudicationSession; row: AnswerRow; naming: Naming; set: LabelSet }) {
  const t = useTranslations("adjudicate.whole");
  const subject = `answer ${row.setId}`;
  const waiting = useAdjudication(session, (state) => state.waiting.get(subject));
  const said = (memberId: string): string => {
    const found = row.values.find((value) => value.memberId === memberId);
    return found ? naming.labels(found.value) || t("noLabel") : t("noValue");
  };
  const standing = standingValue<readonly string[]>(row.decision, row.changedSince, waiting?.state === "sending" ? (waiting.body.value as readonly string[]) : undefined);
  const [wished, setWished] = useState<readonly string[] | null>(null);
  const record = (labelIds: readonly string[], because: Because | null): void => {
    session.answer(row.setId, labelIds, because);
    setWished(null);
  };
  const offered = uniqueAnswers(row);
  return (
    <div className="whole-row" data-answer={row.setId}>
      <Head name={set.name} same={row.same} standing={standing === null ? null : naming.labels(standing) || t("noLabel")} />
      <SaidBy session={session} naming={naming} said={said} />
      <div className="row wrap">{offered.map((value) => <Button key={value.join()} size="small" onClick={() => record(value, null)}>{t("accept", { value: naming.labels(value) || t("noLabel") })}</Button>)}</div>
      <LabelSetField codebook={naming.codebook} set={set} labelIds={wished ?? standing ?? []} disabled={false} onToggle={(id) => setWished(naming.codebook.toggled(set, wished ?? standing ?? [], id))} />
      {wished !== null && wished.length > 0 && (saidBySomebody(row.values, wished)
        ? <div className="row"><Button size="small" onClick={() => record(wished, null)}>{t("accept", { value: naming.labels(wished) })}</Button></div>
        : <BecauseForm what={naming.labels(wished)} onLeave={() => setWished(null)} onRecord={(because) => record(wished, because)} />)}
      {waiting !== undefined && waiting.state !== "sending" && <UnsavedBox session={session} waiting={waiting} naming={naming} />}
    </div>
  );
}

/** The answers that somebody gave, each once. */
const uniqueAnswers = (row: AnswerRow): (readonly string[])[] => row.values.map(({ value }) => value).filter((value, i, all) => all.findIndex((other) => saidBySomebody([{ value: other }], value)) === i);

/** What stands: what is on its way, else what was decided; null while nothing does. */
function standingValue<T>(decision: Decision | null, changed: boolean, sending: T | undefined): T | null {
  if (sending !== undefined) return sending;
  return decision === null || changed || decision.outcome !== "settled" ? null : (decision.value as T);
}

function Head({ name, same, standing }: { name: string; same: boolean; standing: string | null }) {
  const t = useTranslations("adjudicate.whole");
  return <div className="row"><h3 dir="auto">{name}</h3><span className="x12">{standing === null ? t(same ? "same" : "differ") : t("standing", { value: standing })}</span></div>;
}

function SaidBy({ session, naming, said }: { session: AdjudicationSession; naming: Naming; said: (memberId: string) => string }) {
  const annotators = useAdjudication(session, (state) => state.document.annotators);
  const values = annotators.map(({ id }) => said(id));
  const odd = oddOnes(values);
  return (
    <ul className="said-by">
      {annotators.map((annotator, i) => <li key={annotator.id}><Who square letters={annotator.letter} name={naming.annotator(annotator)} /> {odd[i] ? <b>{values[i]}</b> : <span className="muted">{values[i]}</span>}</li>)}
    </ul>
  );
}
