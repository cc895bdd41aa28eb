"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { Select } from "@/components/ui/select";
import { newId } from "@/lib/kernel/id";
import { useEditing } from "./editing";
import { newSet } from "./edits";
import { type Part, usePartList } from "./part-list";

/** The parts as a list to choose from, where there is no room at the left, with what else the left offers. */
export function NarrowParts({ part, onPart, acts }: { part: Part; onPart: (part: Part) => void; acts: readonly MenuEntry[] }) {
  const { edit } = useEditing();
  const t = useTranslations("codebookEdit.parts");
  const parts = usePartList();
  const add = () => {
    const id = newId();
    edit((now) => ({ ...now, sets: [...now.sets, newSet(now, id, t("newSetN", { n: now.sets.length + 1 }), "span")] }));
    onPart(`set:${id}`);
  };
  return (
    <span className="cb-narrow-parts">
      <Select label={t("part")} hideLabel size="small" value={part} onChange={(event) => onPart(event.target.value as Part)} options={parts.map((one) => ({ value: one.part, label: one.wrong > 0 ? t("needsLook", { name: one.name }) : one.name }))} />
      <Menu className="btn quiet icon small" label={t("more")} trigger={<Icon of={Ellipsis} size="s" />} items={[{ label: t("addSet"), onSelect: add }, ...acts]} />
    </span>
  );
}
