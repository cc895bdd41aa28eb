"use client";

import { useState, type FormEvent } from "react";
import { unwrap, type Problem } from "@/components/api/client";
import { fieldError, problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice } from "@/components/ui/choice";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { Target } from "@/lib/codebook/target";
import { suggestionsApi } from "./api";
import type { SuggestionLine } from "./suggestion-line";

/** What became of an accepted suggestion. */
export type Outcome = { name: string; target: { id: string; name: string }; codebookVersion: number | null; settled: number };

/** Makes a suggestion a target, or another name of one. */
export function AcceptForm({ projectId, suggestion, targets, onDone, onCancel }: { projectId: string; suggestion: SuggestionLine; targets: readonly Target[]; onDone: (outcome: Outcome) => void; onCancel: () => void }) {
  const [how, setHow] = useState<"target" | "name">("target");
  const [name, setName] = useState(suggestion.name);
  const [parentId, setParent] = useState("");
  const [isFocus, setFocus] = useState(false);
  const [asAliasOf, setAliasOf] = useState("");
  const [isAmbiguous, setAmbiguous] = useState(false);
  const [answer, setAnswer] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const options = targets.map((target) => ({ value: target.id, label: target.name }));

  const accept = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const kind = how === "target" ? { parentId: parentId === "" ? null : parentId, isFocus } : { asAliasOf, isAmbiguous };
    try {
      const done = await unwrap(suggestionsApi[":suggestionId"].accept.$post({ param: { projectId, suggestionId: suggestion.id }, json: { version: suggestion.version, name, answer, ...kind } }));
      onDone({ name, target: done.target, codebookVersion: done.codebookVersion, settled: done.settled });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const wrong = { name: fieldError(problem, "name"), parentId: fieldError(problem, "parentId"), asAliasOf: fieldError(problem, "asAliasOf") };

  return (
    <form className="form" aria-label={`Accept ${suggestion.name}`} onSubmit={(event) => void accept(event)}>
      {problem && Object.values(wrong).every((one) => one === undefined) && <Alert>{problem.detail}</Alert>}
      <Choice
        legend="What it becomes"
        columns={2}
        value={how}
        onChange={setHow}
        options={[{ value: "target", label: "A new target", detail: "Marks can be about it from now on." }, { value: "name", label: "Another name", detail: "Of a target that you have; marks are about that one.", disabled: targets.length === 0 }]}
      />
      <div className="cols-2">
        <TextInput label="Name" required maxLength={200} dir="auto" autoComplete="off" value={name} error={wrong.name} onChange={(event) => setName(event.target.value)} />
        {how === "target"
          ? <Select label="Part of" value={parentId} error={wrong.parentId} onChange={(event) => setParent(event.target.value)} options={[{ value: "", label: "Nothing else" }, ...options]} />
          : <Select label="Of the target" required value={asAliasOf} error={wrong.asAliasOf} onChange={(event) => setAliasOf(event.target.value)} options={[{ value: "", label: "Choose a target" }, ...options]} />}
      </div>
      {how === "target"
        ? <Checkbox label="Focus target" hint="Annotators judge every article toward it before they submit." checked={isFocus} onChange={(event) => setFocus(event.target.checked)} />
        : <Checkbox label="Ambiguous" hint="“the group”: never taken for the target by itself." checked={isAmbiguous} onChange={(event) => setAmbiguous(event.target.checked)} />}
      <TextArea label="Answer, if you like" hint="Those who suggested it read it." rows={2} maxLength={2000} dir="auto" value={answer} onChange={(event) => setAnswer(event.target.value)} />
      <p className="x12">Once anybody has coded, the codebook gets a new version with this, so that marks from before and after can be told apart.</p>
      <div className="form-acts">
        <Button type="submit" look="primary" busy={busy} disabled={name.trim() === "" || (how === "name" && asAliasOf === "")}>{busy ? "Accepting…" : how === "target" ? "Add the target" : "Add the name"}</Button>
        <Button look="quiet" onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
