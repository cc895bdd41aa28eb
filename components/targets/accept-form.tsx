"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
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
  const t = useTranslations("suggestions.accept");
  const [acts, suggestions] = [useTranslations("acts"), useTranslations("suggestions")];
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
    <form className="form" aria-label={suggestions("acceptOne", { name: suggestion.name })} onSubmit={(event) => void accept(event)}>
      {problem && Object.values(wrong).every((one) => one === undefined) && <Alert>{problem.detail}</Alert>}
      <Choice
        legend={t("becomes")}
        columns={2}
        value={how}
        onChange={setHow}
        options={[{ value: "target", label: t("target"), detail: t("targetDetail") }, { value: "name", label: t("name"), detail: t("nameDetail"), disabled: targets.length === 0 }]}
      />
      <div className="cols-2">
        <TextInput label={t("called")} required maxLength={200} dir="auto" autoComplete="off" value={name} error={wrong.name} onChange={(event) => setName(event.target.value)} />
        {how === "target"
          ? <Select label={t("partOf")} value={parentId} error={wrong.parentId} onChange={(event) => setParent(event.target.value)} options={[{ value: "", label: t("nothing") }, ...options]} />
          : <Select label={t("of")} required value={asAliasOf} error={wrong.asAliasOf} onChange={(event) => setAliasOf(event.target.value)} options={[{ value: "", label: t("choose") }, ...options]} />}
      </div>
      {how === "target"
        ? <Checkbox label={t("focus")} hint={t("focusHint")} checked={isFocus} onChange={(event) => setFocus(event.target.checked)} />
        : <Checkbox label={t("ambiguous")} hint={t("ambiguousHint")} checked={isAmbiguous} onChange={(event) => setAmbiguous(event.target.checked)} />}
      <TextArea label={t("answer")} hint={t("answerHint")} rows={2} maxLength={2000} dir="auto" value={answer} onChange={(event) => setAnswer(event.target.value)} />
      <p className="x12">{t("version")}</p>
      <div className="form-acts">
        <Button type="submit" look="primary" busy={busy} disabled={name.trim() === "" || (how === "name" && asAliasOf === "")}>{busy ? t("accepting") : how === "target" ? t("addTarget") : t("addName")}</Button>
        <Button look="quiet" onClick={onCancel}>{acts("cancel")}</Button>
      </div>
    </form>
  );
}
