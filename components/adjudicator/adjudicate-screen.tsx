"use client";

import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem } from "@/components/api/client";
import { useLoaded } from "@/components/history/use-loaded";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { ReaderSettings } from "@/lib/accounts/reader-settings";
import { AdjudicateWork } from "./adjudicate-work";
import { fetchAdjudication, fetchQueue, type QueueAnswer } from "./api";
import "./adjudicate.css";

/** The adjudication screen of one article. Fills the place below the masthead. */
export function AdjudicateScreen({ projectId, articleId, memberId, settings }: { projectId: string; articleId: string; /** Who adjudicates. */ memberId: string; settings: ReaderSettings }) {
  const t = useTranslations();
  const read = useCallback(() => fetchAdjudication(projectId, articleId), [projectId, articleId]);
  const { data, problem, again } = useLoaded(read);
  const [queue, setQueue] = useState<QueueAnswer | null>(null);
  const readQueue = useCallback(async (): Promise<void> => {
    try {
      setQueue(await fetchQueue(projectId));
    } catch (error) {
      // The list beside the article is a convenience; without it the article can still be settled.
      if (!(error instanceof ApiProblem)) throw error;
    }
  }, [projectId]);
  useEffect(() => {
    let left = false;
    fetchQueue(projectId).then((found) => !left && setQueue(found), () => undefined);
    return () => {
      left = true;
    };
  }, [projectId]);
  if (data !== null) return <AdjudicateWork key={articleId} {...{ projectId, memberId, settings, queue }} document={data} onNews={() => void readQueue()} />;
  return (
    <div className="screen adjudicate">
      <div className="work loading">
        {problem === null
          ? <Skeleton label={t("adjudicate.loading")} rows={8} look="text" />
          : <ErrorState level={1} what={problem.title || t("adjudicate.notOpened")} safe={problem.detail} action={<Button onClick={again}>{t("errors.again")}</Button>} reference={problem.requestId ? t("ui.request", { id: problem.requestId }) : undefined} />}
      </div>
    </div>
  );
}
