"use client";

import { useTranslations } from "use-intl/react";
import type { LessonTarget } from "@/lib/lessons/lesson";
import type { MyArticle } from "@/lib/lessons/server/my-lesson";
import { Button } from "@/components/ui/button";
import { JudgeQuestion } from "./judge-question";

type Judged = Omit<MyArticle, "blocks">;

/** One question for each article and target: whether the article as a whole supports or criticises it. */
export function JudgeStep({ projectId, targets, articles }: { projectId: string; targets: readonly LessonTarget[]; articles: readonly Judged[] }) {
  const t = useTranslations("pupil");
  return (
    <ol className="pl-judge" aria-label={t("articles")}>
      {articles.map((article) => (
        <li key={article.assignmentId}>
          <h2>{article.title}</h2>
          {targets.map((target) => {
            const mine = article.judgements.find(({ targetId }) => targetId === target.id);
            return <JudgeQuestion key={target.id} projectId={projectId} assignmentId={article.assignmentId} target={target} stored={mine ?? { targetId: target.id, value: null, version: 0 }} closed={article.state === "submitted"} />;
          })}
          {article.state === "submitted"
            ? <p className="x12">{t("closed")}</p>
            : <p><Button href={`/p/${projectId}/annotate/${article.assignmentId}`} label={`${t("handIn")}: ${article.title}`}>{t("handIn")}</Button></p>}
        </li>
      ))}
    </ol>
  );
}
