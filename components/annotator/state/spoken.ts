import type { SpanPart } from "@/lib/annotations/span";
import type { Translator } from "@/components/words/words";
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
  readonly t: Translator;
}

/** The name of a target, also of one that is no longer listed. */
export function targetName({ targets, t }: Pick<Naming, "targets" | "t">, id: string): string {
  return targets.find((target) => target.id === id)?.name ?? t("marking.spoken.unknownTarget");
}

/** "Critical, target Town council, 6 words". */
export function markSpoken(span: AnnotatorSpan, naming: Naming, words: number): string {
  return naming.t(naming.spelledOut ? "marking.spoken.markedAbout" : "marking.spoken.marked", { ...named(span, naming), n: words });
}

/** "Critical toward Town council". */
export function wayWords(codes: Pick<AnnotatorSpan, "framing" | "targetId">, naming: Naming): string {
  return naming.t(naming.spelledOut ? "marking.spoken.about" : "marking.spoken.toward", named(codes, naming));
}

/** The name of a card: "Critical toward Town council, by you", and the labels it carries. */
export function cardLabel(span: AnnotatorSpan, naming: Naming): string {
  const labels = naming.codebook.carried(span.labelIds).map(({ label }) => `, ${label.name}`).join("");
  return naming.t("marking.spoken.card", { way: wayWords(span, naming), labels });
}

const SPOKEN_WORDS = 12;

/** "2 passages: left us … to find out"; of long ones the last words. */
export function passagesSpoken(parts: readonly SpanPart[], t: Translator): string {
  const words = parts.map((part) => part.quote).join(" … ").split(/\s+/u);
  const said = words.length > SPOKEN_WORDS ? `… ${words.slice(-SPOKEN_WORDS).join(" ")}` : words.join(" ");
  return parts.length > 1 ? t("marking.spoken.passages", { n: parts.length, words: said }) : said;
}

/** "Critical, target Town council: left us to find out". */
export function spanSpoken(span: AnnotatorSpan, naming: Naming): string {
  return naming.t(naming.spelledOut ? "marking.spoken.spanAbout" : "marking.spoken.span", { ...named(span, naming), words: quoteOf(span) });
}

function named({ framing, targetId }: Pick<AnnotatorSpan, "framing" | "targetId">, naming: Naming): { framing: string; target: string } {
  return { framing: naming.codebook.framing(framing), target: targetName(naming, targetId) };
}
