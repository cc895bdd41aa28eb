"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { problemOf } from "@/components/codebook/api";
import { usePolling } from "@/components/intake/use-polling";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { gammaApi, type GammaChoice, type GammaJob } from "./api";
import { GammaResult } from "./gamma-result";

const ASK_MS = 1_000;
const isOpen = (job: GammaJob | null): boolean => job?.state === "queued" || job?.state === "running";

/** γ of what the page compares: started, watched, stopped and read here. Give it a `key` of the choice, so that another one begins anew. */
export function GammaPanel({ projectId, choice, mayStart }: { projectId: string; choice: GammaChoice; mayStart: boolean }) {
  const t = useTranslations("gamma");
  const [job, setJob] = useState<GammaJob | null>(null);
  const [looked, setLooked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const hasPlaces = choice.layer !== "judgement";
  useEffect(() => {
    if (!hasPlaces) return;
    void unwrap(gammaApi.$get({ param: { projectId }, query: choice })).then(
      (answer) => {
        setJob(answer.job);
        setLooked(true);
      },
      (error: unknown) => setProblem(problemOf(error).detail),
    );
  }, [projectId, choice, hasPlaces]);
  usePolling(async () => job && setJob(await unwrap(gammaApi[":jobId"].$get({ param: { projectId, jobId: job.id } }))), isOpen(job) ? ASK_MS : null);
  const act = async (asked: Promise<GammaJob>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      setJob(await asked);
    } catch (error) {
      setProblem(problemOf(error).detail);
    } finally {
      setBusy(false);
    }
  };
  const start = () => act(unwrap(gammaApi.$post({ param: { projectId }, json: { choice } })));
  const cancel = (jobId: string) => act(unwrap(gammaApi[":jobId"].cancel.$post({ param: { projectId, jobId }, json: {} })));
  return (
    <section className="sect" aria-labelledby="gamma-title">
      <h2 id="gamma-title">{t("title")}</h2>
      <p className="faint">{hasPlaces ? t("sub") : t("noPlaces")}</p>
      {problem !== null && <Alert>{problem}</Alert>}
      {job === null && looked && <p>{t("none")}</p>}
      {job !== null && isOpen(job) && (job.total === null ? <p role="status">{t("waits")}</p> : <ProgressBar label={t("progress")} value={job.done} max={job.total} text={t("of", { done: job.done, total: job.total })} />)}
      {job?.state === "cancelled" && <p>{t("cancelled")}</p>}
      {job?.state === "failed" && job.error !== null && <Alert>{job.error}</Alert>}
      {job?.result && <GammaResult projectId={projectId} job={job} result={job.result} />}
      {mayStart && hasPlaces && looked && (
        <p>
          {job !== null && isOpen(job)
            ? <Button size="small" busy={busy || job.cancelRequested} onClick={() => void cancel(job.id)}>{busy || job.cancelRequested ? t("cancelling") : t("cancel")}</Button>
            : <Button size="small" busy={busy} onClick={() => void start()}>{busy ? t("starting") : job === null ? t("start") : t("again")}</Button>}
        </p>
      )}
    </section>
  );
}
