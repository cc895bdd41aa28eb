"use client";

import { useTranslations } from "use-intl/react";
import { newId } from "@/lib/kernel/id";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { LESSON_TARGETS } from "@/lib/lessons/lesson";
import { moved, type Draft } from "./draft";
import { MoveButtons } from "./move-buttons";

/** About whom pupils mark: one to three names; the first is chosen when they begin. */
export function TargetsField({ targets, onChange, errors }: { targets: Draft["targets"]; onChange: (targets: Draft["targets"]) => void; errors: ReadonlyMap<string, string> }) {
  const t = useTranslations("lessonPlan.targets");
  return (
    <div className="stack s2">
      {targets.map((target, place) => (
        <div className="lp-row" key={target.key}>
          <TextInput hideLabel label={t("name", { n: place + 1 })} value={target.name} maxLength={120} placeholder={t("example")} error={errors.get(`/targets/${place}/name`)} onChange={(event) => onChange(targets.map((one) => (one === target ? { ...one, name: event.target.value } : one)))} />
          <MoveButtons name={target.name} onUp={place > 0 ? () => onChange(moved(targets, place, -1)) : undefined} onRemove={() => onChange(targets.filter((one) => one !== target))} />
        </div>
      ))}
      {targets.length < LESSON_TARGETS.most && <div><Button onClick={() => onChange([...targets, { key: newId(), name: "" }])}>{t("add")}</Button></div>}
    </div>
  );
}
