import { Check, Circle, CircleDot } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import type { ClassLesson } from "@/components/lesson-talk/api";
import type { ClassBoard } from "./api";

const SHAPES = { done: Check, now: CircleDot, next: Circle } as const;

/** The steps of the lesson with what was, is and comes; a press moves the class there. */
export function StepsPanel({ lesson, board, onGo }: { lesson: ClassLesson; board: ClassBoard | null; onGo: (step: number) => void }) {
  const t = useTranslations("lessonLive");
  const names = useTranslations("lesson.steps");
  const at = lesson.state === "ended" ? lesson.steps.length : (lesson.step ?? -1);
  return (
    <section className="ll-steps">
      <ol aria-label={t("steps")}>
        {lesson.steps.map((step, n) => {
          const state = n < at ? "done" : n === at ? "now" : "next";
          const counts = state === "now" && (step.kind === "mark" || step.kind === "judge") && board !== null && board.pupils.length > 0;
          return (
            <li key={n} className={state} {...(state === "now" ? { "aria-current": "step" as const } : {})}>
              <button type="button" disabled={state === "now" || lesson.state === "draft"} aria-label={`${t("goToStep", { step: names(step.kind) })} (${t(`stepState.${state}`)})`} onClick={() => onGo(n)}>
                <Icon of={SHAPES[state]} />
                <span>{names(step.kind)}</span>
                <span className="num x12">{counts ? t("inOf", { n: board.totals.handed_in, of: board.pupils.length }) : t("minutes", { n: step.minutes })}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
