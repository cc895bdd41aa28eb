import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import { isAnnotatable, type BlockKind } from "../blocks";

/** A block of a text; offsets in code points. */
export type PlainBlock = { readonly kind: BlockKind; readonly start: number; readonly end: number };

/** Apostrophes and what prints nothing stand inside a word and are no part of it: “city’s”, "city's" and "citys" are one. */
const DROPPED = /['’‘‛ʼʹ′`´]|\p{DI}/gu;
const BETWEEN = /[^\p{L}\p{N}\p{M}]+/gu;
/** Scripts that are written without spaces: every character is a word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;
/** A run of such characters. */
export const UNSPACED_RUN = new RegExp(`${UNSPACED.source}+`, "gu");

/** The text with a space on either side of every character that is a word by itself. */
export const spaced = (text: string): string => text.replace(UNSPACED, " $& ");

/** The words of a text as copies are compared by them: small letters, without marks and punctuation, one space between two. */
export function normalWords(text: string): string {
  const folded = text.normalize("NFKC").toLowerCase().replace(DROPPED, "");
  return spaced(folded).replace(BETWEEN, " ").trim();
}

/** The normal words of what can be annotated: page furniture and bylines differ from site to site while the words are the same. */
export function copyWords(text: string, blocks: readonly PlainBlock[]): string {
  const index = new TextIndex(text);
  const kept = blocks.filter((block) => isAnnotatable(block.kind));
  return normalWords(kept.map(({ start, end }) => index.slice(codePoint(start), codePoint(end))).join("\n"));
}
