"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { makesCycle, type Target } from "@/lib/codebook/target";
import { targetsApi } from "./api";

const split = (text: string): string[] => text.split(/[\n;]+/u).map((part) => part.trim()).filter((part) => part !== "");
const aliasesOf = (target: Target | null, ambiguous: boolean): string => (target?.aliases ?? []).filter((item) => item.isAmbiguous === ambiguous).map((item) => item.alias).join("; ");
const errorAt = (problem: Problem | null, field: string): string | undefined => problem?.errors?.find((error) => error.path.startsWith(`/${field}`))?.message;

/** A new target, or one that is being changed. */
export function TargetForm({ projectId, target, targets, onDone, onCancel }: { projectId: string; target: Target | null; targets: readonly Target[]; onDone: (saved: { name: string }) => void; onCancel?: (() => void) | undefined }) {
  const t = useTranslations("targets.form");
  const [acts, all] = [useTranslations("acts"), useTranslations("targets")];
  const [name, setName] = useState(target?.name ?? "");
  const [aliases, setAliases] = useState(aliasesOf(target, false));
  const [ambiguous, setAmbiguous] = useState(aliasesOf(target, true));
  const [description, setDescription] = useState(target?.description ?? "");
  const [parentId, setParentId] = useState(target?.parentId ?? "");
  const [isFocus, setFocus] = useState(target?.isFocus ?? true);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const current = problem?.code === "conflict" ? (problem.current as Target | undefined) : undefined;
  const above = targets.filter((other) => other.id !== target?.id && (target === null || !makesCycle(targets, target.id, other.id)));

  const save = async (version: number | undefined) => {
    setBusy(true);
    setProblem(null);
    const json = {
      name, description, parentId: parentId === "" ? null : parentId, isFocus,
      aliases: [...split(aliases).map((alias) => ({ alias, isAmbiguous: false })), ...split(ambiguous).map((alias) => ({ alias, isAmbiguous: true }))],
    };
    try {
      const saved = version === undefined || target === null
        ? await unwrap(targetsApi.$post({ param: { projectId }, json }))
        : await unwrap(targetsApi[":targetId"].$patch({ param: { projectId, targetId: target.id }, json: { version, ...json } }));
      if (target === null) [setName, setAliases, setAmbiguous, setDescription, setParentId].forEach((set) => set(""));
      onDone(saved);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="form" aria-label={target ? t("change", { name: target.name }) : t("add")} onSubmit={(event) => { event.preventDefault(); void save(target?.version); }}>
      {problem && <Alert>{problem.detail} {current && <Button size="small" onClick={() => void save(current.version)}>{acts("saveOver")}</Button>}</Alert>}
      <div className="cols-2">
        <TextInput label={t("name")} required maxLength={200} dir="auto" value={name} error={errorAt(problem, "name")} onChange={(event) => setName(event.target.value)} />
        <Select label={t("partOf")} value={parentId} error={errorAt(problem, "parentId")} onChange={(event) => setParentId(event.target.value)} options={[{ value: "", label: t("nothing") }, ...above.map((other) => ({ value: other.id, label: other.name }))]} />
        <TextInput label={t("aliases")} hint={t("aliasesHint")} dir="auto" value={aliases} error={errorAt(problem, "aliases")} onChange={(event) => setAliases(event.target.value)} />
        <TextInput label={t("ambiguous")} hint={t("ambiguousHint")} dir="auto" value={ambiguous} onChange={(event) => setAmbiguous(event.target.value)} />
      </div>
      <TextArea label={t("description")} hint={t("descriptionHint")} rows={2} maxLength={2000} dir="auto" value={description} onChange={(event) => setDescription(event.target.value)} />
      <Checkbox label={t("focus")} hint={t("focusHint")} checked={isFocus} onChange={(event) => setFocus(event.target.checked)} />
      <div className="form-acts">
        <Button type="submit" look="primary" busy={busy} disabled={name.trim() === ""}>{busy ? acts("saving") : target ? acts("save") : all("add")}</Button>
        {onCancel && <Button look="quiet" onClick={onCancel}>{acts("cancel")}</Button>}
      </div>
    </form>
  );
}
