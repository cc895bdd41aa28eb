"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { RichTextEditor } from "@/components/rich-text/rich-text-editor";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Note } from "@/components/ui/note";
import { Segmented } from "@/components/ui/segmented";
import { TextInput } from "@/components/ui/text-input";
import type { LabelSet } from "@/lib/codebook/content";
import { newId } from "@/lib/kernel/id";
import { AddNamed } from "./add-named";
import { ConditionFields } from "./condition-fields";
import { errorAt, useEditing } from "./editing";
import { changeSet, moved, newLabel, withoutSet } from "./edits";
import { LabelRow } from "./label-row";
import { MoveButtons } from "./move-buttons";

/** One label set: what it asks, of what, when; and its labels. */
export function SetForm({ set, onGone }: { set: LabelSet; onGone: () => void }) {
  const { content, errors, edit, isNew } = useEditing();
  const [words, t] = [useTranslations("codebookEdit"), useTranslations("codebookEdit.set")];
  const [open, setOpen] = useState<string | null>(null);
  const place = content.sets.findIndex((one) => one.id === set.id);
  const path = `/sets/${place}`;
  const change = (what: Partial<LabelSet>) => edit((now) => changeSet(now, set.id, what));
  const add = (name: string) => {
    const label = newLabel(set, newId(), name);
    change({ labels: [...set.labels, label] });
    setOpen(label.id);
  };
  const remove = () => {
    onGone();
    edit((now) => withoutSet(now, set.id));
  };
  return (
    <div className="form">
      <div className="cb-form-h">
        <h2 dir="auto">{set.name || t("set")}</h2>
        <span className="push wrap">
          <MoveButtons name={set.name} place={place} count={content.sets.length} onMove={(by) => edit((now) => ({ ...now, sets: moved(now.sets, set.id, by) }))} />
          {isNew(set.id) ? <Button size="small" look="quiet" onClick={remove}>{t("remove")}</Button> : <Button size="small" look="quiet" onClick={() => change({ archived: !set.archived })}>{set.archived ? t("useAgain") : t("archive")}</Button>}
        </span>
      </div>
      {set.archived && <Note>{t("isArchived")}</Note>}
      <div className="cols-2">
        <TextInput label={words("name")} required maxLength={200} dir="auto" value={set.name} error={errorAt(errors, `${path}/name`)} onChange={(event) => change({ name: event.target.value })} />
        <TextInput label={words("exportName")} hint={t("exportHint")} maxLength={60} value={set.key} error={errorAt(errors, `${path}/key`)} onChange={(event) => change({ key: event.target.value })} />
      </div>
      <RichTextEditor label={t("asks")} value={set.description} error={errorAt(errors, `${path}/description`)} onChange={(description) => change({ description })} />
      <div className="cb-asked">
        <AskedField label={t("about")} error={errorAt(errors, `${path}/level`)}>
          <Segmented label={t("about")} value={set.level} onChange={(level) => change({ level, showWhen: null })} options={[{ value: "span", label: t("marks") }, { value: "article", label: t("articles") }]} />
        </AskedField>
        <AskedField label={t("answers")} error={errorAt(errors, `${path}/choice`)}>
          <Segmented label={t("answers")} value={set.choice} onChange={(choice) => change({ choice })} options={[{ value: "single", label: t("one") }, { value: "multiple", label: t("any") }]} />
        </AskedField>
        <Checkbox label={t("required")} hint={t("requiredHint")} checked={set.required} onChange={(event) => change({ required: event.target.checked })} />
      </div>
      <ConditionFields set={set} path={`${path}/showWhen`} onChange={(showWhen) => change({ showWhen })} />
      <section className="cb-labels" aria-labelledby="labels-h">
        <h3 id="labels-h">{t("labels")} <span className="x12 num">{set.labels.length}</span></h3>
        {errorAt(errors.filter((error) => error.path === `${path}/labels`), `${path}/labels`) !== undefined && <p className="bad-text">{errorAt(errors, `${path}/labels`)}</p>}
        <ul className="cb-folds">
          {set.labels.map((label, index) => <LabelRow key={label.id} {...{ set, label, index, path: `${path}/labels/${index}` }} open={open === label.id} onToggle={() => setOpen(open === label.id ? null : label.id)} />)}
        </ul>
        <AddNamed words={t("addLabel")} label={t("newLabel")} onAdd={add} />
      </section>
    </div>
  );
}

function AskedField({ label, error, children }: { label: string; error: string | undefined; children: React.ReactNode }) {
  return <div className="field"><span className="lab" aria-hidden="true">{label}</span><div>{children}</div>{error !== undefined && <span className="bad-text" role="alert">{error}</span>}</div>;
}
