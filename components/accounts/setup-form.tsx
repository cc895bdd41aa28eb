"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { atField, problemOf, setupApi } from "./api";
import { PersonFields, personOf } from "./person-fields";
import { startAfresh } from "./start-afresh";

type Kind = "research" | "class";
type Start = "sample" | "own" | "empty";

const KINDS = [
  { value: "research", label: "A study", detail: "Several annotators per article, blind to each other, then figures with intervals." },
  { value: "class", label: "A class", detail: "Students join with a code under a made-up name, mark alone, and see each other’s marks after the reveal. No e-mail." },
] as const;
const STARTS = [
  { value: "sample", label: "The sample project", detail: "Invented articles on one invented event, already marked. Look around first." },
  { value: "own", label: "My own articles", detail: "Paste them, or choose text files. You see everything before it is added." },
  { value: "empty", label: "Nothing yet", detail: "An empty project with the built-in framing codebook." },
] as const;
const DO: Record<Start, string> = { sample: "Create account and open the sample", own: "Create account and add articles", empty: "Create account" };

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return <section className="step"><span className="n" aria-hidden="true">{number}</span><div><h2>{title}</h2>{children}</div></section>;
}

/** The first account of an installation, and what it starts with. */
export function SetupForm({ token, sample }: { token: string; sample: boolean }) {
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
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h1>Make the first account</h1>
      <p className="sub">You will lead the first project. Everyone else comes in by invitation or with a class code; nobody can sign up on their own.</p>
      <Step number={1} title="You"><div className="three"><PersonFields problem={problem} /></div></Step>
      <Step number={2} title="What to start with"><Choice<Start> legend="What to start with" columns={3} value={start} onChange={setStart} options={sample ? STARTS : STARTS.slice(1)} /></Step>
      {start !== "sample" && <Step number={3} title="What you are making"><Choice<Kind> legend="What you are making" columns={2} value={kind} onChange={setKind} options={KINDS} /></Step>}
      {problem && !atField(problem, "/person/") && <Alert>{problem.detail}</Alert>}
      <div className="go"><Button type="submit" look="primary" busy={busy}>{busy ? "Creating…" : DO[start]}</Button><span className="x12">Takes a few seconds. Everything stays on this machine.</span></div>
    </form>
  );
}
