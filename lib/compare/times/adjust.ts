import type { TimeMention } from "../mention";
import type { Prefix } from "./calendar";
import { DAY } from "./minutes";
import type { Placed } from "./resolve";

type Adjusted = Pick<TimeMention, "kind" | "vague"> & { readonly from: number | null; readonly to: number | null };

/** "About" a moment, and "shortly before" one: minutes around it. */
const ABOUT = 15;
const SHORTLY = 30;

/**
 * What prefixes make of a time, the innermost first. "Early", "mid" and "late" take a third of it; "by" and "before"
 * leave the beginning open, "after" the end; "since" and "until" keep the span in which what is told began, or ended.
 */
export function adjusted(base: Placed, prefixes: readonly Prefix[]): Adjusted {
  return prefixes.reduceRight<Adjusted>((said, prefix) => apply(said, prefix), base);
}

function apply(said: Adjusted, prefix: Prefix): Adjusted {
  const { from, to } = said;
  if (from === null || to === null) return said;
  const long = to - from + 1;
  // Whole days, where there are enough of them.
  const third = long >= 3 * DAY ? Math.floor(long / 3 / DAY) * DAY : Math.floor(long / 3);
  switch (prefix) {
    case "early":
      return { ...said, to: from + Math.max(0, third - 1), vague: true };
    case "mid":
      return { ...said, from: from + third, to: to - third, vague: true };
    case "late":
      return { ...said, from: to - Math.max(0, third - 1), vague: true };
    case "about":
      return to - from < 60 ? { ...said, from: from - ABOUT, to: to + ABOUT, vague: true } : { ...said, vague: true };
    case "shortly_before":
      return { ...said, from: from - near(from, to), to: from, vague: true };
    case "shortly_after":
      return { ...said, from: to, to: to + near(from, to), vague: true };
    case "by":
      return { ...said, kind: "by", from: null };
    case "before":
      return { ...said, kind: "by", from: null, to: from - 1 };
    case "after":
      return { ...said, kind: "after", from: to - from < 60 ? from : to + 1, to: null };
    case "since":
      return { ...said, kind: "since" };
    case "until":
      return { ...said, kind: "until" };
    default:
      return said;
  }
}

const near = (from: number, to: number): number => (to - from < 60 ? SHORTLY : to - from < DAY ? 2 * DAY : Math.floor((to - from + 1) / 3 / DAY) * DAY);
