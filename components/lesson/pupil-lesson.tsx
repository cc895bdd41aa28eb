import type { Lesson } from "@/lib/lessons/lesson";
import type { MyArticle } from "@/lib/lessons/server/my-lesson";
import { LiveRefresh } from "@/components/live/live-refresh";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { requestTranslator } from "@/components/words/request-words";

/** The lesson as a pupil follows it: the step that runs, one line of help, and their articles. */
export async function PupilLesson({ projectId, lesson, mine }: { projectId: string; lesson: Lesson; mine: readonly MyArticle[] }) {
  const t = await requestTranslator("lesson");
  const step = lesson.step === null ? null : lesson.steps[lesson.step]!;
  const heading = step ? t(`steps.${step.kind}`) : t(lesson.state === "ended" ? "over" : "waiting");
  return (
    <div className="page narrow pupil-lesson">
      <PageHead title={heading} facts={lesson.step === null ? undefined : t("stepOf", { n: lesson.step + 1, of: lesson.steps.length })} sub={step ? step.help || t(`help.${step.kind}`) : lesson.event || undefined} />
      <section className="sect" aria-label={t("articles")}>
        {mine.length === 0 && <p className="muted">{t("none")}</p>}
        <ul className="lp-others">
          {mine.map((one) => (
            <li key={one.assignmentId}>
              <span>{one.title}</span>
              <span className="x12">{one.state === "submitted" ? t("handedIn") : t("marks", { n: one.marks })}</span>
              {step !== null && <Button href={`/p/${projectId}/annotate/${one.assignmentId}`} label={`${t("openArticle")}: ${one.title}`}>{t("openArticle")}</Button>}
            </li>
          ))}
        </ul>
      </section>
      <LiveRefresh projectId={projectId} />
    </div>
  );
}
