import type { LabelSet } from "../../content";
import { labelFrom, setFrom } from "../build";
import { FRAMES } from "./told";

export const FRAMES_SOURCE = "The 15 frame dimensions of the Media Frames Corpus (Card, Boydstun, Gross, Resnik and Smith 2015, after Boydstun and others), defined in our own words.";

/** Questions about the whole article: every issue frame that it uses, and the one that leads. */
export function framesSets(makeId: () => string): LabelSet[] {
  const labels = () => FRAMES.map((told, n) => labelFrom(told, makeId(), "sky", n));
  return [
    setFrom(makeId(), "Issue frame", `${FRAMES_SOURCE}\nChoose every way in which the article looks at its issue for at least a paragraph.`, labels(), { level: "article" }),
    setFrom(makeId(), "Primary issue frame", `${FRAMES_SOURCE}\nChoose the one that a reader would name first.`, labels(), { level: "article", choice: "single" }),
  ];
}
