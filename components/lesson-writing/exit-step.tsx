"use client";

import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useOutbox } from "@/components/annotator/unsent/unsent-provider";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { HEADLINE_LIMITS } from "@/lib/lessons/headline";
import type { Lesson } from "@/lib/lessons/lesson";
import type { ExitAnswer } from "@/lib/lessons/server/exit";
import { as, writingApi } from "./api";
import { WritingStanding } from "./standing";
import { useKeeper } from "./use-keeper";

const writtenOf = (one: ExitAnswer | null) => ({ value: { body: one?.body ?? "" }, version: one?.version ?? 0 });

/** The last question of a lesson, and a pupil's own answer to it. */
export function ExitStep({ projectId, lesson }: { projectId: string; lesson: Pick<Lesson, "exitQuestion"> }) {
  const t = useTranslations("lessonWriting");
  const outbox = useOutbox();
  const [stored, setStored] = useState<{ answer: ExitAnswer | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = useCallback(async () => {
    try {
      setStored(await unwrap(writingApi.exit.$get({ param: { projectId } })));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    }
  }, [projectId]);
  useEffect(() => {
    let left = false;
    queueMicrotask(() => {
      if (!left) void look();
    });
    return () => void (left = true);
  }, [look]);
  if (!stored || !outbox) return problem ? <><Alert>{problem}</Alert><Button onClick={() => void look()}>{t("again")}</Button></> : <Skeleton label={t("loading")} rows={2} />;
  return <Answer projectId={projectId} memberId={outbox.owner.memberId} question={lesson.exitQuestion || t("question")} stored={stored.answer} />;
}

function Answer({ projectId, memberId, question, stored }: { projectId: string; memberId: string; question: string; stored: ExitAnswer | null }) {
  const save = async (value: { body: string }, version: number) => writtenOf(await unwrap(writingApi.exit.$put({ param: { projectId }, json: { ...value, ...(version === 0 ? {} : { version }) } }, as(memberId))));
  const { keeper, now } = useKeeper(`${memberId} exit`, writtenOf(stored), ({ body }) => body.trim() !== "", save);
  return (
    <div className="lw-one lw-exit">
      <TextArea className="lw-question" label={question} rows={4} maxLength={HEADLINE_LIMITS.exit} value={now.value.body} onChange={(event) => keeper.write({ body: event.target.value })} />
      <WritingStanding keeper={keeper} now={now} say={({ body }) => body} />
    </div>
  );
}
