"use client";

import { useTranslations } from "use-intl/react";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { makesCycle } from "@/lib/codebook/target";
import type { Label, LabelSet } from "@/lib/codebook/content";
import { isInUse } from "../words";
import { errorAt, useEditing } from "./editing";
import { LookFields } from "./look-fields";
import { TextFields } from "./text-fields";

/** All that can be said of a label. */
export function LabelForm({ set, label, path, onChange }: { set: LabelSet; label: Label; path: string; onChange: (change: Partial<Label>) => void }) {
  const { errors } = useEditing();
  const [edit, t] = [useTranslations("codebookEdit"), useTranslations("codebookEdit.label")];
  const above = set.labels.filter((other) => other.id !== label.id && isInUse(other) && !makesCycle(set.labels, label.id, other.id));
  return (
    <>
      <div className="cb-names">
        <TextInput label={edit("name")} required maxLength={200} dir="auto" value={label.name} error={errorAt(errors, `${path}/name`)} onChange={(event) => onChange({ name: event.target.value })} />
        <TextInput label={t("key")} hint={t("keyHint")} className="cb-key" maxLength={1} autoCapitalize="off" value={label.shortcut ?? ""} error={errorAt(errors, `${path}/shortcut`)} onChange={(event) => onChange({ shortcut: event.target.value.trim().toLowerCase() || null })} />
        <TextInput label={edit("exportName")} maxLength={60} value={label.key} error={errorAt(errors, `${path}/key`)} onChange={(event) => onChange({ key: event.target.value })} />
        <Select label={t("under")} value={label.parentId ?? ""} error={errorAt(errors, `${path}/parentId`)} onChange={(event) => onChange({ parentId: event.target.value || null })} options={[{ value: "", label: t("noOther") }, ...above.map((other) => ({ value: other.id, label: other.name }))]} />
      </div>
      <LookFields label={label} onChange={onChange} />
      <TextFields labelId={label.id} path={path} text={label} onChange={onChange} />
    </>
  );
}
