"use client";

import { useTranslations } from "use-intl/react";
import { classNames } from "@/components/ui/class-names";
import { readMarkdown } from "@/lib/codebook/markdown";
import { plainText } from "@/lib/codebook/rich-text";
import { FramingGlyph, GLYPH_CLASS, type GlyphShape } from "@/components/ui/framing-glyph";

/** What a line needs to know of a mark. */
export type LinedMark = { readonly framing: string; readonly target: string; readonly quote: string; readonly note?: string | undefined; readonly speaker?: string | null | undefined; readonly labels?: readonly string[] | undefined };

const isShape = (framing: string): framing is GlyphShape => framing in GLYPH_CLASS;

/** One mark on a line: its shape, the words, toward whom. */
export function MarkLine({ mark, struck = false }: { mark: LinedMark; struck?: boolean }) {
  const { framing, target, quote, note = "", speaker = null, labels = [] } = mark;
  const t = useTranslations("history");
  const shape = isShape(framing) ? framing : null;
  return (
    <span className="mark-line">
      <span className={classNames("fr", shape && GLYPH_CLASS[shape])}>{shape && <FramingGlyph shape={shape} />}<span className="vh">{shape ? t(`framings.${shape}`) : framing}</span></span>
      <span>
        <q className="serif" dir="auto">{struck ? <s>{quote}</s> : quote}</q>
        <span className="x12"> {[target, speaker === null ? "" : t("saidBy", { speaker }), ...labels].filter((word) => word !== "").join(" · ")}</span>
        {note !== "" && <span className="x12 block" dir="auto">{plainText(readMarkdown(note))}</span>}
      </span>
    </span>
  );
}
