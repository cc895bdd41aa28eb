"use client";

import { useTranslations } from "use-intl/react";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { VISIBLE_LANES } from "@/lib/annotations/lanes";
import type { ComparedMark } from "@/lib/compare/document";
import type { Sentence } from "@/lib/compare/passage";
import type { ReactNode } from "react";
import { stretchesIn, type Drawing, type Stretch } from "./draw";

/** The words of a sentence with its marks: framing as colour, line and shape, voice as ground. */
export function Marked({ sentence, drawing }: { sentence: Sentence; drawing: Drawing }) {
  const points = [...sentence.text];
  return stretchesIn(sentence, drawing).map((stretch) => {
    const words = points.slice(stretch.start - sentence.start, stretch.end - sentence.start).join("");
    if (stretch.marks.length === 0) return stretch.speech === null ? words : <span key={stretch.start} className={stretch.speech}>{words}</span>;
    return <Mark key={stretch.start} stretch={stretch} lanes={drawing.lanes}>{words}</Mark>;
  });
}

function Mark({ stretch, lanes, children }: { stretch: Stretch; lanes: Drawing["lanes"]; children: string }) {
  const t = useTranslations("compare.row");
  const say = ({ framing, target, voice }: ComparedMark): string => t("mark", { framing, target, voice: voice ?? "none" });
  const { marks, begun, more, speech } = stretch;
  const lane = ({ id }: ComparedMark): number => lanes.get(id) ?? 0;
  const [only] = marks;
  const ground = marks.length > 1 || only === undefined ? "deep" : `${only.voice ?? "unasked"} ${GLYPH_CLASS[only.framing]}`;
  const lined = marks.filter((mark) => lane(mark) < VISIBLE_LANES).reduce<ReactNode>((inner, mark) => <span className={`u ${GLYPH_CLASS[mark.framing]} l${lane(mark) + 1}`}>{inner}</span>, children);
  return (
    <mark className={`m ${ground}${speech === null ? "" : ` ${speech}`}`} title={marks.map(say).join("\n")}>
      {begun.filter((mark) => lane(mark) < VISIBLE_LANES).map((mark) => (
        <span key={mark.id} className={`pin p${lane(mark) + 1} ${GLYPH_CLASS[mark.framing]}-c`}><FramingGlyph shape={mark.framing} /><span className="vh">({say(mark)}) </span></span>
      ))}
      {lined}
      {more > 0 && <span className="more"><span aria-hidden>+{more}</span><span className="vh"> {t("more", { n: more })} </span></span>}
    </mark>
  );
}
