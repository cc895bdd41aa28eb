"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
import type { LessonTarget } from "@/lib/lessons/lesson";
import type { MyJudgement } from "@/lib/lessons/server/my-lesson";
import { Alert } from "@/components/ui/alert";
import { useJudgement } from "./use-judgement";

const SCALE = [
  { value: -2, sign: "−2", words: "criticisesStrongly" },
  { value: -1, sign: "−1", words: "criticises" },
  { value: 0, sign: "0", words: "neither" },
  { value: 1, sign: "+1", words: "supports" },
  { value: 2, sign: "+2", words: "supportsStrongly" },
  { value: "unclear", sign: "?", words: "cannotTell" },
  { value: "not_addressed", sign: "–", words: "notAbout" },
] as const;

type Props = { projectId: string; assignmentId: string; target: LessonTarget; stored: MyJudgement; closed: boolean };

/** One question in plain words with its seven answers; saved with the choice. */
export function JudgeQuestion({ projectId, assignmentId, target, stored, closed }: Props) {
  const t = useTranslations("pupil");
  const name = useId();
  const { value, sending, choose } = useJudgement({ projectId, assignmentId, targetId: target.id, stored });
  return (
    <fieldset className="pl-question" disabled={closed}>
      <legend>{t("question", { name: target.name })}</legend>
      <div className="pl-scale">
        {SCALE.map((step) => (
          <label key={step.words} className={typeof step.value === "string" ? "apart" : undefined}>
            <input type="radio" name={name} checked={value === step.value} onChange={() => choose(step.value)} />
            <b className="num" aria-hidden>{step.sign}</b><span>{t(`scale.${step.words}`)}</span>
          </label>
        ))}
      </div>
      <p className="x12 pl-sent" role="status">{sending.state === "idle" || sending.state === "refused" ? "" : t(`sending.${sending.state}`)}</p>
      {sending.state === "refused" && <Alert>{sending.sentence}</Alert>}
    </fieldset>
  );
}
