import type { Material, MaterialSpan } from "../material/material";
import type { ClassCounts } from "../report";

type Placed = { readonly coder: number; readonly span: MaterialSpan; readonly start: number; readonly end: number };

/** How many marked how much, and where several marked the same place how often in the same way: counts alone, no coefficient. */
export const classCounts = ({ articles }: Material): ClassCounts => ({
  kind: "class",
  articles: articles.map(({ id, title, works }) => {
    const placed = works.flatMap(({ spans }, coder) => spans.map((span): Placed => ({ coder, span, start: span.parts[0] ?? 0, end: span.parts.at(-1) ?? 0 })));
    const places = placesOf(placed);
    const several = places.filter((place) => new Set(place.map(({ coder }) => coder)).size > 1);
    return { articleId: id, title, submitted: works.length, spans: placed.length, places: places.length, placesOfSeveral: several.length, sameFraming: several.filter((place) => new Set(place.map(({ span }) => span.framing)).size === 1).length };
  }),
});

/** Marks that hang together by overlap. */
function placesOf(marks: readonly Placed[]): Placed[][] {
  const places: Placed[][] = [];
  let until = -1;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start >= until) places.push([]);
    places.at(-1)?.push(mark);
    until = Math.max(until, mark.end);
  }
  return places;
}
