"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { projectsApi } from "@/components/projects/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { StatusText } from "@/components/ui/status-text";
import { TextInput } from "@/components/ui/text-input";

/** Whether annotators practise on articles with a key before their own articles open, and when that is passed. */
export function PracticeSection({ projectId, version, threshold, minimum }: { projectId: string; version: number; threshold: number | null; minimum: number }) {
  const router = useRouter();
  const t = useTranslations("settings.practice");
  const all = useTranslations("settings");
  const acts = useTranslations("acts");
  const [on, setOn] = useState(threshold !== null);
  const [score, setScore] = useState(String(threshold ?? 0.7));
  const [articles, setArticles] = useState(String(minimum));
  const [state, setState] = useState<"rest" | "saving" | "saved">("rest");
  const [problem, setProblem] = useState<string | null>(null);
  const [asScore, asArticles] = [Number(score), Number(articles)];
  const wrongScore = !(score.trim() !== "" && asScore >= 0 && asScore <= 1);
  const wrongArticles = !(Number.isInteger(asArticles) && asArticles >= 1 && asArticles <= 100);
  const touched = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    setState("rest");
  };
  const save = async () => {
    setState("saving");
    setProblem(null);
    try {
      await unwrap(projectsApi.projects[":projectId"].$patch({ param: { projectId }, json: { version, practiceThreshold: on ? asScore : null, ...(on ? { practiceMinimum: asArticles } : {}) } }));
      setState("saved");
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
      setState("rest");
    }
  };
  return (
    <section className="sect" id="practice">
      <h2>{t("title")}</h2>
      {problem && <Alert>{problem}</Alert>}
      <form className="form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Checkbox label={t("on")} hint={t("onHint")} checked={on} onChange={(event) => touched(setOn)(event.target.checked)} />
        {on && (
          <div className="cols-2">
            <TextInput label={t("score")} hint={t("scoreHint")} inputMode="decimal" value={score} error={wrongScore ? t("scoreWrong") : undefined} onChange={(event) => touched(setScore)(event.target.value)} />
            <TextInput label={t("articles")} hint={t("articlesHint")} inputMode="numeric" value={articles} error={wrongArticles ? t("articlesWrong") : undefined} onChange={(event) => touched(setArticles)(event.target.value)} />
          </div>
        )}
        <div className="form-acts">
          <Button type="submit" busy={state === "saving"} disabled={on && (wrongScore || wrongArticles)}>{state === "saving" ? acts("saving") : t("act")}</Button>
          {state === "saved" && <StatusText state="saved">{all("saved")}</StatusText>}
        </div>
      </form>
    </section>
  );
}
