import { Check } from "lucide-react";
import type { Step } from "@/lib/lessons/lesson";
import { Icon } from "@/components/ui/icon";
import { requestTranslator } from "@/components/words/request-words";

/** Where in the lesson one is: its steps in a line, those behind one ticked. `current` is null before the start. */
export async function StepList({ steps, current }: { steps: readonly Step[]; current: number | null }) {
  const t = await requestTranslator("lesson");
  const words = await requestTranslator("pupil");
  return (
    <ol className="pl-steps" aria-label={words("steps")}>
      {steps.map((step, place) => (
        <li key={place} {...(place === current ? { "aria-current": "step" as const } : {})} className={current !== null && place < current ? "done" : undefined}>
          {current !== null && place < current && <Icon of={Check} size="s" label={words("done")} />}{t(`steps.${step.kind}`)}
        </li>
      ))}
    </ol>
  );
}
