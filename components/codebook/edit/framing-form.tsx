"use client";

import { useState } from "react";
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
  const [open, setOpen] = useState<Framing | null>(null);
  const change = (id: Framing, what: Partial<FramingLabel>) => edit((now) => ({ ...now, framing: changed(now.framing, id, what) }));
  return (
    <div className="form">
      <h2>Framing</h2>
      <p className="muted">Every mark frames its target in one of three ways. Which side each stands on, its colour and its key are the same in every project; its name and its definition are yours.</p>
      <ul className="cb-folds">
        {content.framing.map((label, index) => (
          <Fold
            key={label.id} open={open === label.id} onToggle={() => setOpen(open === label.id ? null : label.id)} wrong={errorsBelow(errors, `/framing/${index}`)}
            head={<span className={`fr ${GLYPH_CLASS[label.id]}`}><FramingGlyph shape={label.id} />{label.name || "without a name"}</span>} acts={<kbd>{FRAMING_KEYS[label.id]}</kbd>}
          >
            <TextInput label="Name" required maxLength={200} dir="auto" value={label.name} error={errorAt(errors, `/framing/${index}/name`)} onChange={(event) => change(label.id, { name: event.target.value })} />
            <TextFields labelId={label.id} path={`/framing/${index}`} text={label} onChange={(text) => change(label.id, text)} />
          </Fold>
        ))}
      </ul>
    </div>
  );
}
