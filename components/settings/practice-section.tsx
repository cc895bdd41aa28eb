"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
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
      <h2>Practice</h2>
      {problem && <Alert>{problem}</Alert>}
      <form className="form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Checkbox label="Practise before the real articles" hint="Annotators first code articles with a key (phase “practice”). Their other articles open once they reach the score, or when you let them through under People." checked={on} onChange={(event) => touched(setOn)(event.target.checked)} />
        {on && (
          <div className="cols-2">
            <TextInput label="Score that opens the queue" hint="0 to 1. Trained coders rarely reach more than 0.7 against each other." inputMode="decimal" value={score} error={wrongScore ? "Give a number from 0 to 1." : undefined} onChange={(event) => touched(setScore)(event.target.value)} />
            <TextInput label="Practice articles" hint="The mean of the last ones counts; only the first try of each." inputMode="numeric" value={articles} error={wrongArticles ? "Give a whole number from 1 to 100." : undefined} onChange={(event) => touched(setArticles)(event.target.value)} />
          </div>
        )}
        <div className="form-acts">
          <Button type="submit" busy={state === "saving"} disabled={on && (wrongScore || wrongArticles)}>{state === "saving" ? "Saving…" : "Save practice"}</Button>
          {state === "saved" && <StatusText state="saved">Saved</StatusText>}
        </div>
      </form>
    </section>
  );
}
