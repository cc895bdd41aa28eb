import type { Passage } from "@/lib/adjudication/around/passage";

/** A run of the text and the letters of those whose marks lie over it. */
export type Piece = { readonly text: string; readonly letters: readonly string[] };

/** The text of a passage cut where marks begin and end. Offsets count code points. */
export function piecesOf({ text, marks }: Pick<Passage, "text" | "marks">): Piece[] {
  const points = [...text];
  const cuts = [...new Set([0, points.length, ...marks.flatMap(({ parts }) => parts.flatMap(({ start, end }) => [start, end]))])].filter((at) => at >= 0 && at <= points.length).sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!;
    return { text: points.slice(start, end).join(""), letters: [...new Set(marks.filter(({ parts }) => parts.some((part) => part.start < end && start < part.end)).map(({ letter }) => letter))] };
  });
}
