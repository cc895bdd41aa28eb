import { useTranslations } from "use-intl/react";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import type { Counts } from "@/lib/lessons/heat";

/** The order in which framings stand beside one another. */
export const SIDES = ["critical", "neutral", "advocacy"] as const;

/** A framing in a class's words, with its shape. */
export function Side({ of }: { of: (typeof SIDES)[number] }) {
  const t = useTranslations("classTalk.framings");
  return <span className={`fr ${GLYPH_CLASS[of]}`}><FramingGlyph shape={of} />{t(of)}</span>;
}

/** How many pupils saw a passage in which way: three bars with their numbers, the longest as wide as there is room. */
export function FramingBars({ counts }: { counts: Counts }) {
  const most = Math.max(1, counts.critical, counts.neutral, counts.advocacy);
  return (
    <dl className="ct-dist">
      {SIDES.map((side) => (
        <div key={side}>
          <dt><Side of={side} /></dt>
          <dd><i className={`b ${GLYPH_CLASS[side]}`} style={{ inlineSize: `${(counts[side] / most) * 100}%` }} aria-hidden="true" /><span className="num">{counts[side]}</span></dd>
        </div>
      ))}
    </dl>
  );
}

/** The three counts in one small bar. Decoration: the numbers stand with it. */
export function ThreeBar({ counts }: { counts: Counts }) {
  return <span className="ct-tri" aria-hidden="true">{SIDES.filter((side) => counts[side] > 0).map((side) => <i key={side} className={GLYPH_CLASS[side]} style={{ flexGrow: counts[side] }} />)}</span>;
}
