import type { StanceChoice } from "@/lib/stance/choice";
import type { Drawable } from "@/lib/stance/pictures/any";
import { lastDayOf } from "@/lib/stance/pictures/buckets";
import { type PicturePlace, spansHref, worksHref } from "./links";

/** What the place of a figure with this key opens: the works or the spans behind it; null where nothing is. */
export function spotHref(drawn: Drawable, key: string, place: PicturePlace): string | null {
  const [outlet = "", part = ""] = [key.split(" ")[0], key.slice(key.indexOf(" ") + 1)];
  switch (drawn.name) {
    case "counts":
      return spansHref(place, outlet, {}, { voice: "all" });
    case "voice":
      return worksHref(place, outlet, { voice: "own" });
    case "speakers":
      return spansHref(place, outlet, { in: "quoted" }, { voice: "all" });
    case "time":
      return worksHref(place, outlet, withinDays(place.choice, part, lastDayOf(part, drawn.data.unit)));
    case "genre":
      return part === "" ? null : worksHref(place, outlet, { genre: part });
    case "labels":
      return part === "words" || part === "facts" ? spansHref(place, outlet, {}, { device: part }) : worksHref(place, outlet);
    case "annotators":
      return spansHref(place, outlet, { coder: part }, { data: "raw" });
    case "masthead":
      return worksHref(place, outlet);
  }
}

/** The days of a bucket, and of what was chosen. */
const withinDays = ({ from, to }: StanceChoice, first: string, last: string): Partial<StanceChoice> => ({ from: from !== null && from > first ? from : first, to: to !== null && to < last ? to : last });

