"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import type { CodebookContent, LabelSet, ShowWhen } from "@/lib/codebook/content";
import { outOfUse } from "../words";
import { errorAt, useEditing } from "./editing";

type Question = { id: string; name: string; answers: { id: string; name: string }[] };

/** What a set can wait for: framing (for marks), and the sets of its level that stand before it. */
export function questionsBefore(content: CodebookContent, set: LabelSet): Question[] {
  const place = content.sets.findIndex((one) => one.id === set.id);
  const earlier = content.sets.slice(0, Math.max(0, place)).filter((one) => one.level === set.level && !one.archived);
  return [
    ...(set.level === "span" ? [{ id: "framing", name: "Framing", answers: content.framing.map(({ id, name }) => ({ id, name })) }] : []),
    ...earlier.map((one) => ({ id: one.id, name: one.name, answers: one.labels.filter((label) => outOfUse(label, one.labels) === null).map(({ id, name }) => ({ id, name })) })),
  ];
}

/** When a set is asked: always, or only after certain answers. */
export function ConditionFields({ set, path, onChange }: { set: LabelSet; path: string; onChange: (showWhen: ShowWhen | null) => void }) {
  const { content, errors } = useEditing();
  const questions = questionsBefore(content, set);
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
      <Select label="Asked when" value={showWhen?.setId ?? ""} error={errorAt(errors, path)} onChange={(event) => choose(event.target.value)}>
        <option value="">Always</option>
        {questions.map(({ id, name, answers }) => <option key={id} value={id} disabled={answers.length === 0}>{name} is …</option>)}
        {showWhen && !chosen && <option value={showWhen.setId}>a question that no longer stands before this one</option>}
      </Select>
      {showWhen && chosen && (
        <fieldset>
          <legend className="vh">Asked when {chosen.name} is one of</legend>
          <div className="wrap">{chosen.answers.map(({ id, name }) => <Checkbox key={id} label={name} checked={showWhen.labelIds.includes(id)} onChange={() => toggle(id)} />)}</div>
        </fieldset>
      )}
    </div>
  );
}
