"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { LabelGlyph } from "@/components/ui/label-glyph";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { Tag } from "@/components/ui/tag";
import type { CodebookContent, Label, LabelSet } from "@/lib/codebook/content";
import { archiveLabel, unmergeLabel } from "@/lib/codebook/lineage";
import { outOfUse } from "../words";
import { errorsBelow, useEditing } from "./editing";
import { changed, changeSet, moved, withoutLabel } from "./edits";
import { Fold } from "./fold";
import { LabelForm } from "./label-form";
import { MergeDialog } from "./merge-dialog";
import { MoveButtons } from "./move-buttons";
import { SplitDialog } from "./split-dialog";

/** One label of a set in the edit screen: its line, what can be done with it, and its form. */
export function LabelRow({ set, label, index, path, open, onToggle }: { set: LabelSet; label: Label; index: number; path: string; open: boolean; onToggle: () => void }) {
  const { errors, edit, isNew } = useEditing();
  const t = useTranslations("codebookEdit.label");
  const [words, codebook] = [useTranslations("codebookEdit"), useTranslations("codebook")];
  const [asking, setAsking] = useState<"merge" | "split" | null>(null);
  const gone = outOfUse(codebook, label, set.labels);
  const inSet = (change: (now: LabelSet) => LabelSet) => edit((now) => ({ ...now, sets: now.sets.map((one) => (one.id === set.id ? change(one) : one)) }));
  const change = (what: Partial<Label>) => inSet((now) => ({ ...now, labels: changed(now.labels, label.id, what) }));
  const act = (work: (now: CodebookContent) => CodebookContent) => () => edit(work);

  const items: MenuEntry[] = [
    ...(gone === null ? [{ label: t("merge"), onSelect: () => setAsking("merge") }, { label: t("split"), onSelect: () => setAsking("split") }] : []),
    ...(label.mergedIntoId !== null ? [{ label: t("undoMerge"), onSelect: act((now) => unmergeLabel(now, label.id)) }] : []),
    ...(label.splitIntoIds.length > 0 ? [{ label: t("undoSplit"), onSelect: () => change({ splitIntoIds: [] }) }] : []),
    ...(label.archived ? [{ label: t("useAgain"), onSelect: act((now) => archiveLabel(now, label.id, false)) }] : []),
    ...(gone === null ? [{ label: t("archive"), onSelect: act((now) => archiveLabel(now, label.id, true)) }] : []),
    ...(isNew(label.id) ? ["rule" as const, { label: t("remove"), onSelect: () => inSet((now) => withoutLabel(now, label.id)) }] : []),
  ];
  return (
    <Fold
      open={open} onToggle={onToggle} wrong={errorsBelow(errors, path)} className={label.parentId === null ? undefined : "below"}
      head={<span className="lab-name"><LabelGlyph shape={label.glyph} colour={label.colour} />{gone === null ? <span dir="auto">{label.name || words("unnamed")}</span> : <s dir="auto">{label.name}</s>}</span>}
      facts={<>{label.shortcut !== null && gone === null && <kbd>{label.shortcut.toUpperCase()}</kbd>}{isNew(label.id) && <Tag>{t("new")}</Tag>}{gone !== null && <span className="x12">{gone}</span>}</>}
      acts={
        <>
          <MoveButtons name={label.name} place={index} count={set.labels.length} onMove={(by) => edit((now) => changeSet(now, set.id, { labels: moved(set.labels, label.id, by) }))} />
          <Menu className="btn quiet icon small" align="end" label={t("more", { name: label.name })} trigger={<Icon of={Ellipsis} size="s" />} items={items} />
        </>
      }
      asking={asking === "merge" ? <MergeDialog set={set} label={label} onClose={() => setAsking(null)} /> : asking === "split" ? <SplitDialog set={set} label={label} onClose={() => setAsking(null)} /> : null}
    >
      <LabelForm {...{ set, label, path }} onChange={change} />
    </Fold>
  );
}
