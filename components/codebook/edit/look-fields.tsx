"use client";

import { useId, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { LabelGlyph } from "@/components/ui/label-glyph";
import { COLOURS, GLYPHS, type Label } from "@/lib/codebook/content";

/** Colour and shape of a label, each of a closed set that colour-blind readers can tell apart. */
export function LookFields({ label, onChange }: { label: Label; onChange: (change: Partial<Label>) => void }) {
  const t = useTranslations("codebookEdit.label");
  return (
    <div className="cb-look">
      <Swatches legend={t("colour")} value={label.colour} options={COLOURS.map((colour) => ({ value: colour, name: t(`colours.${colour}`), picture: <LabelGlyph shape="circle" colour={colour} /> }))} onChange={(colour) => onChange({ colour })} />
      <Swatches legend={t("shape")} value={label.glyph} options={GLYPHS.map((glyph) => ({ value: glyph, name: t(`glyphs.${glyph}`), picture: <LabelGlyph shape={glyph} colour={label.colour} /> }))} onChange={(glyph) => onChange({ glyph })} />
    </div>
  );
}

function Swatches<T extends string>({ legend, value, options, onChange }: { legend: string; value: T; options: readonly { value: T; name: string; picture: ReactNode }[]; onChange: (value: T) => void }) {
  const id = useId();
  const t = useTranslations("codebookEdit.label");
  const name = options.find((option) => option.value === value)?.name ?? "";
  return (
    <fieldset>
      <legend className="lab">{t.rich("chosen", { what: legend, name, chosen: (words) => <span className="muted">{words}</span> })}</legend>
      <div className="cb-swatches">
        {options.map((option) => (
          <label key={option.value} title={option.name}>
            <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} aria-label={option.name} />
            {option.picture}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
