"use client";

import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { CRITERIA } from "@/lib/lessons/rubric";
import { pointsApi } from "./api";
import { useAnswer } from "./use-answer";

/** A pupil's own points, once their teacher has given any; nothing before. */
export function MyPoints({ projectId }: { projectId: string }) {
  const t = useTranslations("lessonPoints");
  const { answer } = useAnswer(projectId, () => unwrap(pointsApi.grade.$get({ param: { projectId } })));
  const grade = answer?.grade;
  if (!grade) return null;
  return (
    <section className="lpt-mine" aria-labelledby="lpt-mine">
      <h2 id="lpt-mine">{t("mine")}</h2>
      <dl className="facts">
        {CRITERIA.map((criterion) => {
          const level = grade[criterion];
          return level === null ? null : <div key={criterion} className="lpt-fact"><dt>{t(`criteria.${criterion}`)}</dt><dd>{t("levelOf", { n: level })}, {t(`levels.l${level}`)}</dd></div>;
        })}
      </dl>
      {grade.comment !== "" && <p dir="auto">{grade.comment}</p>}
    </section>
  );
}
