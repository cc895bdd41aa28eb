"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import type { Label, LabelSet } from "@/lib/codebook/content";
import { mergeLabel } from "@/lib/codebook/lineage";
import { outOfUse } from "../words";
import { useEditing } from "./editing";

/** Lets a label be taken in by another one. Nothing is rewritten, so it can be undone. */
export function MergeDialog({ set, label, onClose }: { set: LabelSet; label: Label; onClose: () => void }) {
  const { edit } = useEditing();
  const others = set.labels.filter((other) => other.id !== label.id && outOfUse(other, set.labels) === null);
  const [into, setInto] = useState(others[0]?.id ?? "");
  const name = others.find((other) => other.id === into)?.name ?? "";
  const merge = () => {
    edit((now) => mergeLabel(now, label.id, into));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={`Merge “${label.name}” into another label`} acts={<><Button look="quiet" onClick={onClose}>Cancel</Button><Button look="primary" disabled={into === ""} onClick={merge}>{into === "" ? "Merge" : `Merge into “${name}”`}</Button></>}>
      {others.length === 0 ? <p>This set has no other label in use.</p> : <Select label="Into" value={into} onChange={(event) => setInto(event.target.value)} options={others.map((other) => ({ value: other.id, label: other.name }))} />}
      <Note>From the next version on, marks that carry “{label.name}” count as the other label. They keep what was chosen, so a merge can be undone. Merging changes meaning: the marks are listed for a look.</Note>
    </Dialog>
  );
}
