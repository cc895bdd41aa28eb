"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { projectsApi } from "@/components/projects/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice, type ChoiceOption } from "@/components/ui/choice";
import { Note } from "@/components/ui/note";
import { StatusText } from "@/components/ui/status-text";
import { blindingProblem, CLASS_REVEALS, REVEALS, SOURCE_REVEALS, type Blinding, type BlindingChange, type Reveal, type SourceReveal } from "@/lib/projects/blinding";

const MARKS: Readonly<Record<Reveal, { label: string; detail: string }>> = {
  by_coordinator: { label: "When a coordinator says so", detail: "Until then annotators see their own marks only." },
  after_all: { label: "After everyone has submitted", detail: "With the last open article, everything is shown to everybody." },
  own_submission: { label: "After one’s own submission", detail: "Whoever submits an article sees the others’ submitted marks on it." },
  never: { label: "Never", detail: "Annotators never see each other’s marks." },
};
const SOURCES: Readonly<Record<SourceReveal, { label: string; detail: string }>> = {
  by_coordinator: { label: "With everybody’s work", detail: "When all is shown to everybody, sources are shown too." },
  own_submission: { label: "After one’s own submission", detail: "Whoever submits an article sees where it comes from." },
};
const ORDER: readonly Reveal[] = ["by_coordinator", "after_all", "own_submission", "never"];

/** What the section needs of the project. `opened` assignments could be opened with their source so far. */
export type BlindingProps = { projectId: string; version: number; kind: "research" | "class"; blinding: Blinding; begun: boolean; opened: number };

/** What is hidden from annotators and when it is shown; says what can no longer be changed, and why. */
export function BlindingSection({ projectId, version, kind, blinding, begun, opened }: BlindingProps) {
  const router = useRouter();
  const [wish, setWish] = useState(blinding);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [state, setState] = useState<"rest" | "saving" | "saved">("rest");
  const change = (part: BlindingChange) => {
    setWish({ ...wish, ...part } as Blinding);
    setState("rest");
  };
  const reasonAgainst = (part: BlindingChange): string | null => blindingProblem(blinding, part, { kind, revealed: false, begun })?.message ?? null;
  const save = async () => {
    setState("saving");
    setProblem(null);
    try {
      await unwrap(projectsApi.projects[":projectId"].$patch({ param: { projectId }, json: { version, ...wish } }));
      setState("saved");
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      setState("rest");
    }
  };

  const offered = ORDER.filter((reveal) => (kind === "class" ? CLASS_REVEALS : REVEALS).some((one) => one === reveal));
  const marks = offered.map((value): ChoiceOption<Reveal> => ({ value, ...MARKS[value], disabled: reasonAgainst({ reveal: value }) !== null }));
  const sources = SOURCE_REVEALS.map((value): ChoiceOption<SourceReveal> => ({ value, ...SOURCES[value], disabled: reasonAgainst({ sourceReveal: value }) !== null }));
  const [noMarks, noSwitch] = [offered.map((reveal) => reasonAgainst({ reveal })).find(Boolean), reasonAgainst({ sourceBlind: !blinding.sourceBlind })];
  const noSources = SOURCE_REVEALS.map((sourceReveal) => reasonAgainst({ sourceReveal })).find(Boolean);
  return (
    <section className="sect" id="blinding">
      <h2>What annotators do not see</h2>
      {problem && <Alert>{problem.detail}</Alert>}
      <form className="form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <div className="field">
          <span className="lab" aria-hidden="true">Each other’s marks are shown</span>
          <Choice legend="When marks are shown to each other" columns={2} value={wish.reveal} onChange={(reveal) => change({ reveal })} options={marks} />
          {noMarks && <p className="hint">{noMarks}</p>}
        </div>
        <Checkbox
          label="Hide where articles come from"
          hint="Outlet, publisher, byline, address and page chrome, and the outlet’s own names in headline and text. Their length stays visible."
          checked={wish.sourceBlind} disabled={noSwitch !== null}
          onChange={(event) => change({ sourceBlind: event.target.checked })}
        />
        {noSwitch && <p className="hint">{noSwitch}</p>}
        {wish.sourceBlind && !blinding.sourceBlind && opened > 0 && <Note>{openedWords(opened)}</Note>}
        {wish.sourceBlind && (
          <div className="field">
            <span className="lab" aria-hidden="true">The source of an article is shown</span>
            <Choice legend="When sources are shown" columns={2} value={wish.sourceReveal} onChange={(sourceReveal) => change({ sourceReveal })} options={sources} />
            {wish.reveal === "never" && wish.sourceReveal === "by_coordinator" && <p className="hint">As set above everybody’s work is never shown, and so neither are the sources.</p>}
            {noSources && <p className="hint">{noSources}</p>}
          </div>
        )}
        <div className="form-acts">
          <Button type="submit" busy={state === "saving"}>{state === "saving" ? "Saving…" : "Save what is hidden"}</Button>
          {state === "saved" && <StatusText state="saved">Saved</StatusText>}
        </div>
      </form>
    </section>
  );
}

const openedWords = (opened: number): string =>
  `${opened === 1 ? "1 article is assigned already, and its annotator" : `${opened.toLocaleString("en")} articles are assigned already, and their annotators`} could open it with its source. They go on seeing it; marks made there do not count as blind. What you assign from now on is blind.`;
