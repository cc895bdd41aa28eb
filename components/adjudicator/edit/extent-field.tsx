"use client";

import { useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl/react";
import { Masked } from "@/components/articles/masked";
import type { SpanPart } from "@/lib/annotations/span";
import { directionOf } from "@/lib/text/direction";
import type { Extents } from "./extent";

/** The words of a draft. While it has focus, arrow keys move their end by a word, with Shift their start. */
export function ExtentField({ parts, extents, language, onChange }: { parts: readonly SpanPart[]; extents: Extents; language: string | null; onChange: (parts: readonly SpanPart[]) => void }) {
  const t = useTranslations("adjudicate.form");
  const [spoken, setSpoken] = useState("");
  const pressed = (event: KeyboardEvent): void => {
    if ((event.key !== "ArrowLeft" && event.key !== "ArrowRight") || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    // As on the screen: in a line from right to left the left arrow goes on in the text.
    const way = (event.key === "ArrowRight") === (directionOf(language) === "rtl") ? -1 : 1;
    const moved = extents.step(parts, event.shiftKey ? "start" : "end", way);
    if (moved === null) return;
    onChange(moved);
    setSpoken(moved.map((part) => part.quote).join(" … "));
  };
  return (
    <div className="field">
      <span className="lab" aria-hidden="true">{t("words")}</span>
      <div className="extent" role="group" aria-label={t("extent")} tabIndex={0} onKeyDown={pressed} data-extent="">
        {parts.length === 0 ? <span className="faint">{t("noWords")}</span> : parts.map((part, i) => <q key={part.start} className="serif" dir="auto">{i > 0 && " … "}<Masked text={part.quote} /></q>)}
      </div>
      <span className="hint">{t("how")}</span>
      <span className="vh" role="status">{spoken}</span>
    </div>
  );
}
