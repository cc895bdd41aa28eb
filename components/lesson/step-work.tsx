import type { Lesson, StepKind } from "@/lib/lessons/lesson";
import type { MyArticle } from "@/lib/lessons/server/my-lesson";
import { MyPoints } from "@/components/lesson-points/my-points";
import { ClassHeat } from "@/components/lesson-talk/class-heat";
import { ExitStep } from "@/components/lesson-writing/exit-step";
import { VoteStep } from "@/components/lesson-writing/vote-step";
import { WriteStep } from "@/components/lesson-writing/write-step";
import { Note } from "@/components/ui/note";
import { AreaWords } from "@/components/words/area-words";
import { requestTranslator } from "@/components/words/request-words";
import { ArticleCards } from "./article-cards";
import { ArticleTexts } from "./article-texts";
import { JudgeStep } from "./judge-step";

type Props = { projectId: string; lesson: Lesson; step: StepKind | null; articles: readonly MyArticle[] };

/** What a pupil does in a step (null: before the start, or when the lesson is over). */
export async function StepWork({ projectId, lesson, step, articles }: Props) {
  const t = await requestTranslator("pupil");
  const shows = lesson.revealed && (step === "reveal" || step === "talk");
  const open = articles.filter(({ state }) => state !== "submitted");
  if (lesson.state === "ended") return <><MyPoints projectId={projectId} /><section className="sect" aria-labelledby="pl-did"><h2 id="pl-did">{t("youDid")}</h2><ArticleCards projectId={projectId} articles={articles} look="done" /></section></>;
  if (step === null) return null;
  if (articles.length === 0) return <p className="muted">{t("noArticles")}</p>;
  if (step === "mark") return <ArticleCards projectId={projectId} articles={articles} look="work" />;
  if (step === "judge") return <JudgeStep projectId={projectId} targets={lesson.targets} articles={articles.map(({ blocks: _blocks, ...article }) => article)} />;
  return (
    <>
      {step === "rewrite" && <WriteStep projectId={projectId} lesson={lesson} />}
      {step === "rewrite" && <section className="sect" aria-labelledby="pl-class"><h2 id="pl-class">{t("classHeadlines")}</h2><VoteStep projectId={projectId} lesson={lesson} /></section>}
      {step === "exit" && <ExitStep projectId={projectId} lesson={lesson} />}
      {shows && <AreaWords of={["classTalk"]}><ClassHeat projectId={projectId} lesson={lesson} /></AreaWords>}
      {!shows && step !== "rewrite" && step !== "exit" && <ArticleTexts articles={articles} />}
      {lesson.revealed && open.length > 0 && (
        <section className="sect" aria-labelledby="pl-late">
          <h2 id="pl-late">{t("late")}</h2>
          <Note>{t("lateDetail")}</Note>
          <ArticleCards projectId={projectId} articles={open} look="late" />
        </section>
      )}
    </>
  );
}
