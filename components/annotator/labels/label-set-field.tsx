"use client";

import { useId, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { LabelGlyph } from "@/components/ui/label-glyph";
import { Kbd } from "@/components/ui/kbd";
import type { Label, LabelSet } from "@/lib/codebook/content";
import { type Codebook, definitionOf } from "./codebook";
import { LabelPicker } from "./label-picker";

/** More labels than this are looked up in a list. */
export const FEW_LABELS = 12;

/** A question of the codebook with its labels: as chips while they are few and of one kind, else as a list that can be searched. */
export function LabelSetField({ codebook, set, labelIds, disabled, keyOf = noKey, onToggle, children }: {
  codebook: Codebook;
  set: LabelSet;
  /** What the span or the article carries, of this set and others. */
  labelIds: readonly string[];
  disabled: boolean;
  /** The key that puts a label on here. */
  keyOf?: (label: Label) => string | null;
  onToggle: (labelId: string) => void;
  /** A word to this answer, below it. */
  children?: ReactNode;
}) {
  const name = useId();
  const t = useTranslations("marking.labels");
  const offered = codebook.offered(set);
  const carried = codebook.carriedOf(set, labelIds);
  const chosen = new Set(carried.map(({ label }) => label.id));
  const listed = offered.length > FEW_LABELS || offered.some(({ depth }) => depth > 0);
  const retired = carried.filter((one) => one.retired);
  const shown = listed ? carried : [...offered.map(({ label }) => ({ label, retired: false })), ...retired];
  return (
    <div className="label-set" role="group" aria-labelledby={name} data-set={set.id}>
      <div className="row">
        <span className="lab" id={name}>{set.name}</span>
        {set.required && offered.length > 0 && carried.length === 0 && <span className="x11 push needed">{t("needed")}</span>}
      </div>
      {shown.length > 0 && (
        <div className="chips">
          {shown.map((one) => <LabelChip key={one.label.id} label={one.label} retired={one.retired} shortcut={one.retired ? null : keyOf(one.label)} pressed={chosen.has(one.label.id)} disabled={disabled} onPress={() => onToggle(one.label.id)} />)}
        </div>
      )}
      {listed && !disabled && <LabelPicker set={set} offered={offered} chosen={chosen} searchable={offered.length > FEW_LABELS} keyOf={keyOf} onToggle={onToggle} />}
      {listed && disabled && carried.length === 0 && <span className="x12">–</span>}
      {children}
    </div>
  );
}

const noKey = (): null => null;

function LabelChip({ label, retired, shortcut, pressed, disabled, onPress }: { label: Label; retired: boolean; shortcut: string | null; pressed: boolean; disabled: boolean; onPress: () => void }) {
  const t = useTranslations("marking.labels");
  return (
    <button type="button" className="chip" aria-pressed={pressed} disabled={disabled} title={definitionOf(label)} {...(shortcut === null ? {} : { "aria-keyshortcuts": shortcut })} onClick={onPress}>
      <LabelGlyph shape={label.glyph} colour={label.colour} />
      <span className="words-of">{label.name}</span>
      {retired && <span className="x11">{t("retired")}</span>}
      {shortcut !== null && <Kbd>{shortcut.toUpperCase()}</Kbd>}
    </button>
  );
}
