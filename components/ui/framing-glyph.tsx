import { classNames } from "./class-names";

/** The three shapes: triangle up, triangle down, dot. */
export type GlyphShape = "advocacy" | "critical" | "neutral";

/** The short class that goes with a shape in the style sheets (`fr adv`, `u crit`, `edge neu`). */
export const GLYPH_CLASS = { advocacy: "adv", critical: "crit", neutral: "neu" } as const satisfies Record<GlyphShape, string>;

/** ▲ ▼ ● as our own shapes, 9 px, in the current colour. Decoration: words stand beside it. */
export function FramingGlyph({ shape, className }: { shape: GlyphShape; className?: string | undefined }) {
  return (
    <svg className={classNames("g", className)} viewBox="0 0 10 10" aria-hidden="true">
      {shape === "advocacy" && <path d="M5 .8 9.8 9.2H.2z" />}
      {shape === "critical" && <path d="M5 9.2.2.8h9.6z" />}
      {shape === "neutral" && <circle cx="5" cy="5" r="4" />}
    </svg>
  );
}
