"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { STEP_KINDS, type Step } from "@/lib/lessons/lesson";
import { minutesOf } from "@/lib/lessons/plan";
import { moved } from "./draft";
import { MoveButtons } from "./move-buttons";

/** The steps in their order, with minutes and a line of help. `begun` steps stay where they are. */
export function StepsField({ steps, begun, onChange, errors }: { steps: readonly Step[]; begun: number; onChange: (steps: readonly Step[]) => void; errors: ReadonlyMap<string, string> }) {
  const t = useTranslations("lessonPlan.steps");
  const help = useTranslations("lesson");
  const kinds = STEP_KINDS.filter((kind) => !steps.some((step) => step.kind === kind));
  const set = (step: Step, change: Partial<Step>) => onChange(steps.map((one) => (one === step ? { ...one, ...change } : one)));
  return (
    <div className="stack s2">
      <ol className="lp-steps">
        {steps.map((step, place) => {
          const name = help(`steps.${step.kind}`);
          return (
            <li className="lp-row" key={step.kind}>
              <span className="lp-kind">{name}{errors.get(`/steps/${place}`) !== undefined && <span className="bad-text">{errors.get(`/steps/${place}`)}</span>}</span>
              <TextInput hideLabel label={t("minutes", { name })} type="number" min={1} max={90} required after={t("min")} value={step.minutes} onChange={(event) => set(step, { minutes: Number(event.target.value) })} />
              <TextInput hideLabel label={t("help", { name })} className="lp-help" maxLength={300} placeholder={help(`help.${step.kind}`)} value={step.help} onChange={(event) => set(step, { help: event.target.value })} />
              <MoveButtons name={name} onUp={place > begun ? () => onChange(moved(steps, place, -1)) : undefined} onDown={place >= begun && place < steps.length - 1 ? () => onChange(moved(steps, place, 1)) : undefined} onRemove={place >= begun && step.kind !== "mark" ? () => onChange(steps.filter((one) => one !== step)) : undefined} />
            </li>
          );
        })}
      </ol>
      <p className="x12">{t("total", { n: minutesOf(steps) })}</p>
      {kinds.length > 0 && <div className="wrap"><span className="x12">{t("add")}</span>{kinds.map((kind) => <Button key={kind} size="small" onClick={() => onChange([...steps, { kind, minutes: 3, help: "" }])}>{help(`steps.${kind}`)}</Button>)}</div>}
    </div>
  );
}
