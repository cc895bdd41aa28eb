"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { fieldError, problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import type { ArticleFilters } from "@/lib/articles/filters";
import { setsApi } from "./api";

type Named = { id: string; name: string };

/** Adds chosen articles, or all that the list found, to a set that is there or to a new one. */
export function AddToSet({ projectId, onClose, onDone, articleIds, filters, found, sets }: {
  projectId: string;
  onClose: () => void;
  onDone: () => void;
  articleIds: readonly string[];
  /** What the list is narrowed to; null where it is not, and then only the chosen ones can be meant. */
  filters: ArticleFilters | null;
  /** How many articles the list found, as words. */
  found: string;
  sets: readonly Named[];
}) {
  const router = useRouter();
  const toast = useToast();
  const [t, acts] = [useTranslations("sets.adding"), useTranslations("acts")];
  const [which, setWhich] = useState<"chosen" | "found">(articleIds.length > 0 ? "chosen" : "found");
  const [setId, setSetId] = useState(sets[0]?.id ?? "");
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const set = sets.find((one) => one.id === setId) ?? (await unwrap(setsApi.$post({ param: { projectId }, json: { name, kind: "event" } })));
      const json = which === "found" && filters ? { filters } : { articleIds: [...articleIds] };
      const { added } = await unwrap(setsApi[":articleSetId"].articles.$post({ param: { projectId, articleSetId: set.id }, json }));
      toast({ text: t("added", { n: added, name: set.name }), act: { label: t("look"), onAct: () => router.push(`/p/${projectId}/sets/${set.id}`) } });
      onClose();
      onDone();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t("title")} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={setId === "" && name.trim() === ""} onClick={() => void add()}>{busy ? t("adding") : t("add")}</Button></>}>
      {problem && !fieldError(problem, "name") && <Alert>{problem.detail}</Alert>}
      {articleIds.length > 0 && filters && <Choice legend={t("which")} columns={2} value={which} onChange={setWhich} options={[{ value: "chosen", label: t("chosen", { n: articleIds.length }) }, { value: "found", label: t("found", { n: found }) }]} />}
      {articleIds.length === 0 && <p>{t("found", { n: found })}</p>}
      {sets.length > 0 && <Select label={t("to")} value={setId} onChange={(event) => setSetId(event.target.value)} options={[...sets.map(({ id, name: label }) => ({ value: id, label })), { value: "", label: t("fresh") }]} />}
      {setId === "" && <TextInput label={t("name")} maxLength={200} value={name} error={fieldError(problem, "name")} onChange={(event) => setName(event.target.value)} />}
    </Dialog>
  );
}
