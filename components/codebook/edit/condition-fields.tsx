"use client";

import { useTranslations } from "use-intl/react";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import type { CodebookContent, LabelSet, ShowWhen } from "@/lib/codebook/content";
import { isInUse } from "../words";
import type { Translator } from "@/components/words/words";
import { errorAt, useEditing } from "./editing";

type Question = { id: string; name: string; answers: { id: string; name: string }[] };

/** What a set can wait for: framing (for marks), and the sets of its level that stand before it. */
export function questionsBefore(t: Translator<"codebook">, content: CodebookContent, set: LabelSet): Question[] {
  const place = content.sets.findIndex((one) => one.id === set.id);
  const earlier = content.sets.slice(0, Math.max(0, place)).filter((one) => one.level === set.level && !one.archived);
  return [
    ...(set.level === "span" ? [{ id: "framing", name: t("framing"), answers: content.framing.map(({ id, name }) => ({ id, name })) }] : []),
    ...earlier.map((one) => ({ id: one.id, name: one.name, answers: one.labels.filter((label) => isInUse(label)).map(({ id, name }) => ({ id, name })) })),
  ];
}

/** When a set is asked: always, or only after certain answers. */
export function ConditionFields({ set, path, onChange }: { set: LabelSet; path: string; onChange: (showWhen: ShowWhen | null) => void }) {
  const { content, errors } = useEditing();
  const t = useTranslations("codebookEdit.set");
  const codebook = useTranslations("codebook");
  const questions = questionsBefore(codebook, content, set);
  const { showWhen } = set;
  const chosen = questions.find((question) => question.id === showWhen?.setId);
  const choose = (id: string) => {
    const first = questions.find((question) => question.id === id)?.answers[0];
    onChange(first === undefined ? null : { setId: id, labelIds: [first.id] });
  };
  const toggle = (id: string) => {
    if (!showWhen) return;
    const labelIds = showWhen.labelIds.includes(id) ? showWhen.labelIds.filter((one) => one !== id) : [...showWhen.labelIds, id];
    // Without any answer it would never be asked.
    if (labelIds.length > 0) onChange({ ...showWhen, labelIds });
  };
  return (
    <div className="cb-condition">
      <Select label={t("when")} value={showWhen?.setId ?? ""} error={errorAt(errors, path)} onChange={(event) => choose(event.target.value)}>
        <option value="">{t("always")}</option>
        {questions.map(({ id, name, answers }) => <option key={id} value={id} disabled={answers.length === 0}>{t("is", { name })}</option>)}
        {showWhen && !chosen && <option value={showWhen.setId}>{t("gone")}</option>}
      </Select>
      {showWhen && chosen && (
        <fieldset>
          <legend className="vh">{t("oneOf", { name: chosen.name })}</legend>
          <div className="wrap">{chosen.answers.map(({ id, name }) => <Checkbox key={id} label={name} checked={showWhen.labelIds.includes(id)} onChange={() => toggle(id)} />)}</div>
        </fieldset>
      )}
    </div>
  );
}
