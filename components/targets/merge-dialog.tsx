"use client";

import { useState } from "react";
import { unwrap, type Problem } from "@/components/api/client";
import { fieldError, problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { counted } from "@/lib/figures/numbers";
import type { Target } from "@/lib/codebook/target";
import { placesApi } from "./api";

const listed = (targets: readonly { name: string }[]): string => targets.map((one) => `“${one.name}”`).join(", ");

/** Asks which target another one is to count as, and says what that does. */
export function MergeDialog({ projectId, target, targets, onClose, onDone }: { projectId: string; target: Target; targets: readonly Target[]; onClose: () => void; onDone: (said: string) => void }) {
  const [intoId, setInto] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const below = targets.filter((other) => other.parentId === target.id);
  const others = targets.filter((other) => other.id !== target.id && !other.archived);
  const into = others.find((other) => other.id === intoId);
  const first = target.merged.length > 0
    ? `${listed(target.merged)} ${target.merged.length === 1 ? "is" : "are"} merged into ${target.name}. Undo that first, then merge each where it belongs.`
    : below.length > 0 ? `${listed(below)} ${below.length === 1 ? "is" : "are"} part of ${target.name}. Make ${below.length === 1 ? "it" : "them"} part of another target first.`
      : others.length === 0 ? "There is no other target to merge it into." : null;

  const merge = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const done = await unwrap(placesApi.merge.$post({ param: { projectId, targetId: target.id }, json: { version: target.version, intoId } }));
      onDone(`${target.name} counts as ${done.target.name} now${done.articles > 0 ? `, in ${counted(done.articles, "submitted article")}` : ""}.`);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} title={`Merge ${target.name}`} acts={<><Button look="quiet" onClick={onClose}>{first === null ? "Cancel" : "Close"}</Button>{first === null && <Button look="primary" busy={busy} disabled={intoId === ""} onClick={() => void merge()}>{busy ? "Merging…" : "Merge"}</Button>}</>}>
      {first !== null ? <p>{first}</p> : (
        <>
          {problem && fieldError(problem, "intoId") === undefined && <Alert>{problem.detail}</Alert>}
          <Select label="Into" value={intoId} error={fieldError(problem, "intoId") && problem?.detail} onChange={(event) => setInto(event.target.value)} options={[{ value: "", label: "Choose a target" }, ...others.map((other) => ({ value: other.id, label: other.name }))]} />
          <ul className="plain-list">
            <li>Marks and judgements about {target.name} count as {into?.name ?? "the other target"} in every figure.</li>
            <li>The marks themselves stay as they are. Annotators are no longer offered {target.name}; where they marked it, they read the other name.</li>
            <li>Its names find {into?.name ?? "the other target"} from now on.</li>
            <li>You can undo it at any time, and everything is as before.</li>
          </ul>
        </>
      )}
    </Dialog>
  );
}

/** Undoes a merge. Answers with what to say. */
export async function unmerge(projectId: string, merged: { id: string; version: number }): Promise<string> {
  const done = await unwrap(placesApi.unmerge.$post({ param: { projectId, targetId: merged.id }, json: { version: merged.version } }));
  return `${done.target.name} stands for itself again.`;
}
