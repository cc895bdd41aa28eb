import { secondsLeft } from "@/lib/lessons/clock";
import type { Lesson } from "@/lib/lessons/lesson";
import type { MyArticle } from "@/lib/lessons/server/my-lesson";
import { AreaWords } from "@/components/words/area-words";
import { requestTranslator } from "@/components/words/request-words";
import { FollowLesson } from "./follow-lesson";
import { StepClock } from "./step-clock";
import { StepList } from "./step-list";
import { StepWork } from "./step-work";

/** The lesson as a pupil follows it: the step that runs, one line of help, the time that is left, and what there is to do. */
export async function PupilLesson({ project, lesson, mine: { now, articles } }: { project: { id: string; name: string; pseudonym: string }; lesson: Lesson; mine: { now: Date; articles: readonly MyArticle[] } }) {
  const [t, words] = await Promise.all([requestTranslator("lesson"), requestTranslator("pupil")]);
  const step = lesson.step === null ? null : lesson.steps[lesson.step]!;
  const { clock } = lesson;
  const heading = step ? t(`steps.${step.kind}`) : t(lesson.state === "ended" ? "over" : "waiting");
  const help = step ? step.help || t(`help.${step.kind}`) : words(lesson.state === "ended" ? "overHelp" : "waitingHelp");
  return (
    <AreaWords of={["lesson", "lessonPoints", "lessonWriting", "pupil"]}>
      <div className="page pupil-lesson" role="region" aria-labelledby="pl-step" tabIndex={0}>
        <div className="pl-top">
          <p className="x12">{lesson.event || project.name}</p>
          <h1 id="pl-step">{heading}</h1>
          <p className="pl-help">{help}</p>
          {clock && <StepClock key={clock.endsAt?.getTime() ?? `paused ${clock.pausedSeconds}`} seconds={secondsLeft(clock, now)} paused={clock.endsAt === null} />}
        </div>
        {lesson.state !== "ended" && lesson.steps.length > 0 && (
          <div className="pl-where">
            {lesson.step !== null && <span className="x12 num">{t("stepOf", { n: lesson.step + 1, of: lesson.steps.length })}</span>}
            <StepList steps={lesson.steps} current={lesson.step} />
          </div>
        )}
        <StepWork projectId={project.id} lesson={lesson} step={step?.kind ?? null} articles={articles} />
        <p className="pl-you x12">{words("you", { name: project.pseudonym })}</p>
        <FollowLesson projectId={project.id} />
      </div>
    </AreaWords>
  );
}
