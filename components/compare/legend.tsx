"use client";

import { useTranslations } from "use-intl/react";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";

const FRAMINGS = ["critical", "neutral", "advocacy"] as const;

/** What the lines and shapes under words mean; on paper, too. */
export function Legend() {
  const t = useTranslations("compare.page");
  return (
    <p className="cmp-legend x12">
      {FRAMINGS.map((framing) => <span key={framing}><FramingGlyph shape={framing} className={`${GLYPH_CLASS[framing]}-c`} /> <span className={`u ${GLYPH_CLASS[framing]}`}>{t(`framing.${framing}`)}</span></span>)}
      <span>{t("legendVoice")}</span>
    </p>
  );
}
