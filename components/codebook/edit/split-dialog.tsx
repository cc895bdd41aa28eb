"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import type { Label, LabelSet } from "@/lib/codebook/content";
import { splitLabel } from "@/lib/codebook/lineage";
import { newId } from "@/lib/kernel/id";
import { useEditing } from "./editing";
import { partsOf } from "./edits";

/** Replaces a label by several new ones. Its marks stay and are listed for a look. */
export function SplitDialog({ set, label, onClose }: { set: LabelSet; label: Label; onClose: () => void }) {
  const { edit } = useEditing();
  const [t, acts] = [useTranslations("codebookEdit.split"), useTranslations("acts")];
  const [names, setNames] = useState<readonly string[]>(["", ""]);
  const given = names.map((name) => name.trim()).filter((name) => name !== "");
  const split = () => {
    edit((now) => splitLabel(now, label.id, partsOf(set, label, given.map((name) => ({ id: newId(), name })))));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t("title", { name: label.name })} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" disabled={given.length < 2} onClick={split}>{given.length < 2 ? t("act") : t("actInto", { n: given.length })}</Button></>}>
      <p>{t("sub", { name: label.name })}</p>
      {names.map((name, index) => <TextInput key={index} label={t("nth", { n: index + 1 })} maxLength={200} dir="auto" value={name} onChange={(event) => setNames(names.map((one, at) => (at === index ? event.target.value : one)))} />)}
      <span><Button size="small" onClick={() => setNames([...names, ""])}>{t("more")}</Button></span>
      <Note>{t("note", { name: label.name })}</Note>
    </Dialog>
  );
}
