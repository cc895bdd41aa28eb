"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { day } from "@/components/accounts/dates";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { TextArea } from "@/components/ui/text-area";
import { counted } from "@/lib/figures/numbers";
import type { Target } from "@/lib/codebook/target";
import { AcceptForm, type Outcome } from "./accept-form";
import { suggestionsApi } from "./api";
import { OwnSuggestions } from "./own-suggestions";
import type { SuggestionLine } from "./suggestion-line";

type Props = { projectId: string; items: readonly SuggestionLine[]; open: number; decided: readonly SuggestionLine[]; targets: readonly Target[]; mayDecide: boolean };

/** What annotators suggested, for those who decide: to accept, to decline, and what was decided before. */
export function SuggestionsPanel({ projectId, items, open, decided, targets, mayDecide }: Props) {
  const router = useRouter();
  const [asked, setAsked] = useState<{ id: string; what: "accept" | "decline" } | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (items.length === 0 && decided.length === 0) return null;
  const close = () => {
    setAsked(null);
    router.refresh();
  };
  return (
    <section className="sect" aria-labelledby="suggested-title">
      <div className="sect-h"><h2 id="suggested-title">Suggested by annotators</h2><span className="x12">{open === 0 ? "nothing waits" : `${counted(open, "suggestion")} ${open === 1 ? "waits" : "wait"}`}</span></div>
      {outcome && <Accepted projectId={projectId} outcome={outcome} />}
      <ul className="suggested" aria-label="Suggestions that wait">
        {items.map((one) => (
          <li key={one.id}>
            <Suggested projectId={projectId} suggestion={one} />
            {asked?.id === one.id && asked.what === "accept" && <AcceptForm projectId={projectId} suggestion={one} targets={targets} onCancel={() => setAsked(null)} onDone={(done) => { setOutcome(done); close(); }} />}
            {asked?.id === one.id && asked.what === "decline" && <DeclineForm projectId={projectId} suggestion={one} onCancel={() => setAsked(null)} onDone={close} />}
            {mayDecide && asked?.id !== one.id && (
              <p className="wrap">
                <Button size="small" label={`Accept ${one.name}`} onClick={() => setAsked({ id: one.id, what: "accept" })}>Accept</Button>
                <Button size="small" look="quiet" label={`Decline ${one.name}`} onClick={() => setAsked({ id: one.id, what: "decline" })}>Decline</Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {open > items.length && <p className="x12">The newest {items.length} are shown. Decide about these, and the others follow.</p>}
      {decided.length > 0 && <details className="numbers"><summary>Decided lately ({decided.length})</summary><OwnSuggestions items={decided} label="Decided lately" /></details>}
    </section>
  );
}

function Suggested({ projectId, suggestion }: { projectId: string; suggestion: SuggestionLine }) {
  const { office, articleId } = suggestion;
  return (
    <>
      <p className="wrap"><b className="serif t16" dir="auto">{suggestion.name}</b></p>
      {suggestion.quote !== "" && <blockquote className="serif quoted" dir="auto">{suggestion.quote}</blockquote>}
      {suggestion.reason !== "" && <p className="wrap-any" dir="auto">{suggestion.reason}</p>}
      <p className="x12">
        {office?.suggestedBy ?? "Somebody"}{office?.left && ", who has left"}, {day(suggestion.createdAt)}
        {articleId !== null && office?.articleTitle != null && <>, at <Link className="link" prefetch={false} href={`/p/${projectId}/articles/${articleId}`}><bdi>{office.articleTitle}</bdi></Link></>}
        {office !== null && office.alike > 0 && <>. {counted(office.alike, "other suggests", "others suggest")} the same.</>}
      </p>
    </>
  );
}

function Accepted({ projectId, outcome }: { projectId: string; outcome: Outcome }) {
  const { name, target, codebookVersion, settled } = outcome;
  return (
    <Note>
      {target.name === name ? `${name} is a target now.` : `${name} is a name of ${target.name} now.`}
      {settled > 0 && ` ${counted(settled, "other suggestion")} of it ${settled === 1 ? "is" : "are"} settled with it.`}
      {codebookVersion !== null && <> The codebook is at version {codebookVersion}. <Link className="link" href={`/p/${projectId}/targets/${target.id}#finished`}>Look at what was finished before</Link></>}
    </Note>
  );
}

function DeclineForm({ projectId, suggestion, onDone, onCancel }: { projectId: string; suggestion: SuggestionLine; onDone: () => void; onCancel: () => void }) {
  const [answer, setAnswer] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const decline = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(suggestionsApi[":suggestionId"].decline.$post({ param: { projectId, suggestionId: suggestion.id }, json: { version: suggestion.version, answer } }));
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="form" aria-label={`Decline ${suggestion.name}`} onSubmit={(event) => void decline(event)}>
      {problem && <Alert>{problem.detail}</Alert>}
      <TextArea label="Answer" hint="Whoever suggested it reads it: which target to mark instead, or why none." rows={2} maxLength={2000} dir="auto" value={answer} onChange={(event) => setAnswer(event.target.value)} />
      <div className="form-acts"><Button type="submit" busy={busy}>{busy ? "Declining…" : "Decline"}</Button><Button look="quiet" onClick={onCancel}>Cancel</Button></div>
    </form>
  );
}
