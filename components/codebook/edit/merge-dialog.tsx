"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import type { Label, LabelSet } from "@/lib/codebook/content";
import { mergeLabel } from "@/lib/codebook/lineage";
import { isInUse } from "../words";
import { useEditing } from "./editing";

/** Lets a label be taken in by another one. Nothing is rewritten, so it can be undone. */
export function MergeDialog({ set, label, onClose }: { set: LabelSet; label: Label; onClose: () => void }) {
  const { edit } = useEditing();
  const [t, acts] = [useTranslations("codebookEdit.merge"), useTranslations("acts")];
  const others = set.labels.filter((other) => other.id !== label.id && isInUse(other));
  const [into, setInto] = useState(others[0]?.id ?? "");
  const name = others.find((other) => other.id === into)?.name ?? "";
  const merge = () => {
    edit((now) => mergeLabel(now, label.id, into));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t("title", { name: label.name })} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" disabled={into === ""} onClick={merge}>{into === "" ? t("act") : t("actInto", { name })}</Button></>}>
      {others.length === 0 ? <p>{t("none")}</p> : <Select label={t("into")} value={into} onChange={(event) => setInto(event.target.value)} options={others.map((other) => ({ value: other.id, label: other.name }))} />}
      <Note>{t("note", { name: label.name })}</Note>
    </Dialog>
  );
}
