"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { afterApi } from "./api";

type Kept = { until: string | null; suggested: string; version: number };

/** Until when a class is kept. Nothing is erased by itself; two weeks before, its teacher is reminded. */
export function RetentionForm({ projectId, kept }: { projectId: string; kept: Kept }) {
  const t = useTranslations("lessonAfter.keep");
  const acts = useTranslations("acts");
  const toast = useToast();
  const [now, setNow] = useState(kept);
  const [day, setDay] = useState(kept.until ?? kept.suggested);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const put = async (until: string | null) => {
    setBusy(true);
    setProblem(null);
    try {
      const next = await unwrap(afterApi.retention.$put({ param: { projectId }, json: { until, version: now.version } }));
      setNow(next);
      setDay(next.until ?? next.suggested);
      toast({ text: t("saved") });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    }
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void put(day);
  };
  return (
    <form className="la-row" onSubmit={submit}>
      <TextInput label={t("until")} type="date" required value={day} hint={t(now.until === null ? "suggested" : "set")} onChange={(event) => setDay(event.target.value)} />
      <span className="wrap"><Button type="submit" busy={busy} disabled={day === now.until}>{acts("save")}</Button>{now.until !== null && <Button look="quiet" onClick={() => void put(null)}>{t("none")}</Button>}</span>
      {problem && <Alert>{problem}</Alert>}
    </form>
  );
}
