"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { fieldError, problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { setsApi } from "./api";

/** A set as its form has it. */
export type EditedSet = { id: string; name: string; kind: "event" | "other"; note: string; version: number };

/** Makes a set, or changes what is said of one. */
export function SetForm({ projectId, set, onDone, onCancel }: { projectId: string; set: EditedSet | null; onDone: (made: { id: string; name: string }) => void; onCancel: () => void }) {
  const [t, acts] = [useTranslations("sets.form"), useTranslations("acts")];
  const [name, setName] = useState(set?.name ?? "");
  const [kind, setKind] = useState<"event" | "other">(set?.kind ?? "event");
  const [note, setNote] = useState(set?.note ?? "");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const said = { name, kind, note };
      onDone(set ? await unwrap(setsApi[":articleSetId"].$patch({ param: { projectId, articleSetId: set.id }, json: { version: set.version, ...said } })) : await unwrap(setsApi.$post({ param: { projectId }, json: said })));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {problem && !fieldError(problem, "name") && <Alert>{problem.detail}</Alert>}
      <TextInput label={t("name")} required maxLength={200} value={name} error={fieldError(problem, "name")} onChange={(event) => setName(event.target.value)} />
      <Choice legend={t("kind")} columns={2} value={kind} onChange={setKind} options={[{ value: "event", label: t("event") }, { value: "other", label: t("other") }]} />
      <TextArea label={t("note")} rows={2} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className="form-acts"><Button type="submit" look="primary" busy={busy} disabled={name.trim() === ""}>{set ? (busy ? acts("saving") : acts("save")) : busy ? t("making") : t("make")}</Button><Button look="quiet" onClick={onCancel}>{acts("cancel")}</Button></div>
    </form>
  );
}
