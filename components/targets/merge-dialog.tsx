"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { fieldError, problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import type { Target } from "@/lib/codebook/target";
import { placesApi } from "./api";

const listed = (targets: readonly { name: string }[]): string => targets.map((one) => `“${one.name}”`).join(", ");

/** Asks which target another one is to count as, and says what that does. */
export function MergeDialog({ projectId, target, targets, onClose, onDone }: { projectId: string; target: Target; targets: readonly Target[]; onClose: () => void; onDone: (said: string) => void }) {
  const t = useTranslations("targets.merge");
  const acts = useTranslations("acts");
  const { name } = target;
  const [intoId, setInto] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const below = targets.filter((other) => other.parentId === target.id);
  const others = targets.filter((other) => other.id !== target.id && !other.archived);
  const into = others.find((other) => other.id === intoId);
  const first = target.merged.length > 0
    ? t("mergedFirst", { n: target.merged.length, list: listed(target.merged), name })
    : below.length > 0 ? t("partsFirst", { n: below.length, list: listed(below), name })
      : others.length === 0 ? t("noOther") : null;

  const merge = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const done = await unwrap(placesApi.merge.$post({ param: { projectId, targetId: target.id }, json: { version: target.version, intoId } }));
      const said = { name, into: done.target.name };
      onDone(done.articles > 0 ? t("doneIn", { ...said, articles: done.articles }) : t("done", said));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} title={t("title", { name })} acts={<><Button look="quiet" onClick={onClose}>{first === null ? acts("cancel") : acts("close")}</Button>{first === null && <Button look="primary" busy={busy} disabled={intoId === ""} onClick={() => void merge()}>{busy ? t("merging") : t("merge")}</Button>}</>}>
      {first !== null ? <p>{first}</p> : (
        <>
          {problem && fieldError(problem, "intoId") === undefined && <Alert>{problem.detail}</Alert>}
          <Select label={t("into")} value={intoId} error={fieldError(problem, "intoId") && problem?.detail} onChange={(event) => setInto(event.target.value)} options={[{ value: "", label: t("choose") }, ...others.map((other) => ({ value: other.id, label: other.name }))]} />
          <ul className="plain-list">
            <li>{t("count", { name, into: into?.name ?? t("theOther") })}</li>
            <li>{t("stay", { name })}</li>
            <li>{t("names", { into: into?.name ?? t("theOther") })}</li>
            <li>{t("undo")}</li>
          </ul>
        </>
      )}
    </Dialog>
  );
}

/** Undoes a merge. Answers with the name that stands for itself again. */
export async function unmerge(projectId: string, merged: { id: string; version: number }): Promise<string> {
  const done = await unwrap(placesApi.unmerge.$post({ param: { projectId, targetId: merged.id }, json: { version: merged.version } }));
  return done.target.name;
}
