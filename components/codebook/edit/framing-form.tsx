"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { TextInput } from "@/components/ui/text-input";
import type { FramingLabel } from "@/lib/codebook/content";
import type { Framing } from "@/lib/codebook/framing";
import { FRAMING_KEYS } from "../words";
import { errorAt, errorsBelow, useEditing } from "./editing";
import { changed } from "./edits";
import { Fold } from "./fold";
import { TextFields } from "./text-fields";

/** The three built-in framings: name and text are the project's, colour, line, shape and key are fixed. */
export function FramingForm() {
  const { content, errors, edit } = useEditing();
  const [t, codebook] = [useTranslations("codebookEdit"), useTranslations("codebook")];
  const [open, setOpen] = useState<Framing | null>(null);
  const change = (id: Framing, what: Partial<FramingLabel>) => edit((now) => ({ ...now, framing: changed(now.framing, id, what) }));
  return (
    <div className="form">
      <h2>{codebook("framing")}</h2>
      <p className="muted">{t("framingSub")}</p>
      <ul className="cb-folds">
        {content.framing.map((label, index) => (
          <Fold
            key={label.id} open={open === label.id} onToggle={() => setOpen(open === label.id ? null : label.id)} wrong={errorsBelow(errors, `/framing/${index}`)}
            head={<span className={`fr ${GLYPH_CLASS[label.id]}`}><FramingGlyph shape={label.id} />{label.name || t("unnamed")}</span>} acts={<kbd>{FRAMING_KEYS[label.id]}</kbd>}
          >
            <TextInput label={t("name")} required maxLength={200} dir="auto" value={label.name} error={errorAt(errors, `/framing/${index}/name`)} onChange={(event) => change(label.id, { name: event.target.value })} />
            <TextFields labelId={label.id} path={`/framing/${index}`} text={label} onChange={(text) => change(label.id, text)} />
          </Fold>
        ))}
      </ul>
    </div>
  );
}
