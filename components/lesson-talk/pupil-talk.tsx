"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Skeleton } from "@/components/ui/skeleton";
import { lessonApi } from "./api";
import { ClassHeat } from "./class-heat";
import { useReading } from "./use-reading";

/** What a pupil sees of the discussion: the class's counts, with their own marks told. */
export function PupilTalk({ projectId }: { projectId: string }) {
  const t = useTranslations("classTalk");
  const lesson = useReading(useCallback(() => unwrap(lessonApi.$get({ param: { projectId } })), [projectId]));
  return (
    <div className="page">
      <PageHead title={t("title")} />
      {lesson.value ? <ClassHeat projectId={projectId} lesson={lesson.value} /> : lesson.problem ? <div className="ct-none"><Alert>{lesson.problem.detail}</Alert><Button onClick={() => void lesson.read()}>{t("retry")}</Button></div> : <Skeleton label={t("loading")} rows={6} />}
    </div>
  );
}
