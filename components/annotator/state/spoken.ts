import type { SpanPart } from "@/lib/annotations/span";
import type { Codebook } from "../labels/codebook";
import { quoteOf } from "./model";
import type { AnnotatorSpan, Target } from "../types";

type Named = Pick<Target, "id" | "name">;

/** What the words of a document need: how framings and labels are called, and targets. */
export interface Naming {
  readonly codebook: Codebook;
  /** Those that are offered, and those that marks here are still about. */
  readonly targets: readonly Named[];
  /** A class speaks of whom the words are about. */
  readonly spelledOut: boolean;
}

function aimedAt({ targets, spelledOut }: Naming, id: string): string {
  return `${spelledOut ? "about" : "target"} ${targetName(targets, id)}`;
}

/** The name of a target, also of one that is no longer listed. */
export function targetName(targets: readonly Named[], id: string): string {
  return targets.find((target) => target.id === id)?.name ?? "Unknown target";
}

/** "Critical, target Town council, 6 words". */
export function markSpoken(span: AnnotatorSpan, naming: Naming, words: number): string {
  return `${naming.codebook.framing(span.framing)}, ${aimedAt(naming, span.targetId)}, ${words} ${words === 1 ? "word" : "words"}`;
}

/** The name of a card: "Critical toward Town council, by you", and the labels it carries. */
export function cardLabel(span: AnnotatorSpan, { codebook, targets, spelledOut }: Naming): string {
  const labels = codebook.carried(span.labelIds).map(({ label }) => `, ${label.name}`).join("");
  return `${codebook.framing(span.framing)}${spelledOut ? ", about" : " toward"} ${targetName(targets, span.targetId)}${labels}, by you`;
}

const SPOKEN_WORDS = 12;

/** "2 passages: left us … to find out"; of long ones the last words. */
export function passagesSpoken(parts: readonly SpanPart[]): string {
  const words = parts.map((part) => part.quote).join(" … ").split(/\s+/u);
  const said = words.length > SPOKEN_WORDS ? `… ${words.slice(-SPOKEN_WORDS).join(" ")}` : words.join(" ");
  return parts.length > 1 ? `${parts.length} passages: ${said}` : said;
}

/** "Critical, target Town council: left us to find out". */
export function spanSpoken(span: AnnotatorSpan, naming: Naming): string {
  return `${naming.codebook.framing(span.framing)}, ${aimedAt(naming, span.targetId)}: ${quoteOf(span)}`;
}
