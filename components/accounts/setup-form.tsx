"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { atField, problemOf, setupApi } from "./api";
import { PersonFields, personOf } from "./person-fields";
import { startAfresh } from "./start-afresh";

type Kind = "research" | "class";
type Start = "sample" | "own" | "empty";

const KINDS: readonly Kind[] = ["research", "class"];
const STARTS: readonly Start[] = ["sample", "own", "empty"];

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return <section className="step"><span className="n" aria-hidden="true">{number}</span><div><h2>{title}</h2>{children}</div></section>;
}

/** The first account of an installation, and what it starts with. */
export function SetupForm({ token, sample }: { token: string; sample: boolean }) {
  const t = useTranslations("front.setup");
  const [kind, setKind] = useState<Kind>("research");
  const [start, setStart] = useState<Start>(sample ? "sample" : "own");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    try {
      const { projectId } = await unwrap(setupApi.setup.$post({ json: { token, person: personOf(new FormData(event.currentTarget)), kind, start } }));
      startAfresh(`/p/${projectId}${start === "own" ? "/articles/new" : ""}`);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const kinds = KINDS.map((value) => ({ value, label: t(`kinds.${value}`), detail: t(`kinds.${value}Detail`) }));
  const starts = STARTS.map((value) => ({ value, label: t(`starts.${value}`), detail: t(`starts.${value}Detail`) }));
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h1>{t("title")}</h1>
      <p className="sub">{t("lead")}</p>
      <Step number={1} title={t("you")}><div className="three"><PersonFields problem={problem} /></div></Step>
      <Step number={2} title={t("startWith")}><Choice<Start> legend={t("startWith")} columns={3} value={start} onChange={setStart} options={sample ? starts : starts.slice(1)} /></Step>
      {start !== "sample" && <Step number={3} title={t("making")}><Choice<Kind> legend={t("making")} columns={2} value={kind} onChange={setKind} options={kinds} /></Step>}
      {problem && !atField(problem, "/person/") && <Alert>{problem.detail}</Alert>}
      <div className="go"><Button type="submit" look="primary" busy={busy}>{busy ? t("acting") : t(`acts.${start}`)}</Button><span className="x12">{t("soon")}</span></div>
    </form>
  );
}
