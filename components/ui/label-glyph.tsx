import { classNames } from "./class-names";

const FILLED = {
  circle: "M5 .8a4.2 4.2 0 1 1 0 8.4A4.2 4.2 0 0 1 5 .8z",
  square: "M1.2 1.2h7.6v7.6H1.2z",
  diamond: "M5 .2 9.8 5 5 9.8.2 5z",
  star: "m5 .3 1.4 3.1 3.4.4-2.5 2.3.7 3.4L5 7.8 2 9.5l.7-3.4L.2 3.8l3.4-.4z",
  hexagon: "M2.7 1h4.6L9.6 5 7.3 9H2.7L.4 5z",
  bar: "M.4 3.4h9.2v3.2H.4z",
  plus: "M3.7.6h2.6v3.1h3.1v2.6H6.3v3.1H3.7V6.3H.6V3.7h3.1z",
} as const;
const DRAWN = { ring: "M5 1.5a3.5 3.5 0 1 1 0 7A3.5 3.5 0 0 1 5 1.5z", frame: "M1.7 1.7h6.6v6.6H1.7z", cross: "m1.4 1.4 7.2 7.2m0-7.2L1.4 8.6" } as const;

/** The shapes that stand beside the names of labels. */
export type LabelShape = keyof typeof FILLED | keyof typeof DRAWN;
/** Their colours; blue and vermillion belong to framing. */
export type LabelColour = "green" | "purple" | "orange" | "sky" | "yellow" | "grey";

/** The shape of a label in its colour, 9 px. Decoration: its name stands beside it. */
export function LabelGlyph({ shape, colour, className }: { shape: LabelShape; colour: LabelColour; className?: string | undefined }) {
  const drawn = shape in DRAWN;
  return (
    <svg className={classNames("g", "lg", `lg-${colour}`, drawn && "drawn", className)} viewBox="0 0 10 10" aria-hidden="true">
      <path d={{ ...FILLED, ...DRAWN }[shape]} />
    </svg>
  );
}
