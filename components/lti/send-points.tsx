"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { PointsToCourse } from "@/lib/lti/server/scores";
import { ltiLessonApi } from "./api";

/** How far a lesson's points are in grade books, and the button that sends the rest. Nothing where no pupil came from a course. */
export function SendPoints({ projectId }: { projectId: string }) {
  const t = useTranslations("lti.points");
  const [points, setPoints] = useState<PointsToCourse | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const scores = ltiLessonApi.projects[":projectId"].lesson.lti.scores;

  const run = async (ask: () => Promise<PointsToCourse>) => {
    setProblem(null);
    try {
      setPoints(await ask());
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    }
  };
  useEffect(() => {
    let left = false;
    queueMicrotask(() => {
      if (!left) void run(() => unwrap(ltiLessonApi.projects[":projectId"].lesson.lti.scores.$get({ param: { projectId } })));
    });
    return () => void (left = true);
  }, [projectId]);
  const send = async () => {
    setBusy(true);
    await run(() => unwrap(scores.$post({ param: { projectId }, json: {} })));
    setBusy(false);
  };
  if (problem === null && (points === null || points.pupils === 0)) return null;
  return (
    <section className="sect to-course">
      <h2>{t("title")}</h2>
      {points && <p className="x15">{t("sub", { n: points.pupils })} {t("why")}</p>}
      {problem && <Alert>{problem}</Alert>}
      {points && (
        <p role="status">
          {t("sent", { n: points.sent })} · {t("waiting", { n: points.waiting })}
          {points.failed > 0 && <> · {t("failed", { n: points.failed })}. {t("kept")}</>}
        </p>
      )}
      {points && <div><Button busy={busy} onClick={() => void send()}>{t(busy ? "acting" : "act")}</Button></div>}
    </section>
  );
}
