"use client";

import { useTranslations } from "use-intl/react";
import { Choice } from "@/components/ui/choice";
import type { CodebookContent } from "@/lib/codebook/content";
import type { Conflict } from "@/lib/codebook/merge";
import { conflictPlace, conflictWords } from "@/lib/codebook/merge-words";
import { DiffWords } from "../compare/diff-text";

/** Whose words stand where both changed them. */
export type Side = "mine" | "theirs";

/** One place that both changed, side by side, against what stood there. */
export function Clash({ base, mine, theirs, conflict, side, onSide }: { base: CodebookContent; mine: CodebookContent; theirs: CodebookContent; conflict: Conflict; side: Side | null; onSide: (side: Side) => void }) {
  const t = useTranslations("codebookEdit.clash");
  const codebook = useTranslations("codebook");
  // Whoever took it away no longer knows its name.
  const place = conflictPlace(conflict.base === undefined ? theirs : base, conflict);
  const was = conflict.base === undefined ? "" : conflictWords(base, conflict, "base");
  const words = { mine: conflictWords(mine, conflict, "mine"), theirs: conflictWords(theirs, conflict, "theirs") };
  return (
    <li className="cb-clash">
      <div className="cb-clash-h"><h3 dir="auto">{place}</h3></div>
      {was !== "" && <p className="cb-was" dir="auto"><span className="x11">{t("before")}</span>{was}</p>}
      <Choice
        legend={t("which", { place })} columns={2} value={side} onChange={onSide}
        options={[
          { value: "mine", label: t("mine"), detail: <span className="cb-diff"><DiffWords t={codebook} before={was} after={words.mine} /></span> },
          { value: "theirs", label: t("theirs"), detail: <span className="cb-diff"><DiffWords t={codebook} before={was} after={words.theirs} /></span> },
        ]}
      />
    </li>
  );
}
