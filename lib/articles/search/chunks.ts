import { chunks } from "@/lib/text/chunks";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import { type PlainBlock, spaced } from "../copies/words";
import { searchConfig } from "./config";

/** A piece of an article as it is indexed. */
export type SearchChunk = { readonly ordinal: number; readonly config: string; readonly text: string };

/** UTF-16 units of a piece: below 256 KB as UTF-8 also where every character is a word, so that its index entry stays far below Postgres' limit of 1 MB. */
const SIZE = 48 * 1024;
/** Words of a piece: Postgres counts places up to 16,383, and phrases are found by their places. */
const WORDS = 4_000;

/**
 * What a search looks through: every block but page furniture, in pieces that end between words. An article without
 * words has none.
 */
export function searchChunks(text: string, blocks: readonly PlainBlock[], language: string | null): SearchChunk[] {
  const index = new TextIndex(text);
  const kept = blocks.filter((block) => block.kind !== "chrome").map(({ start, end }) => index.slice(codePoint(start), codePoint(end)));
  const config = searchConfig(language);
  return packed(kept).map((piece, ordinal) => ({ ordinal, config, text: spaced(piece) }));
}

function packed(blocks: readonly string[]): string[] {
  const pieces: string[] = [];
  let [open, words] = ["", 0];
  for (const block of blocks) {
    // A part may run past its size to the next space, sixteen times at most.
    for (const part of chunks(block, SIZE / 32)) {
      const more = spaced(part).split(/\s+/u).filter(Boolean).length;
      if (open.length + part.length >= SIZE || (words > 0 && words + more > WORDS)) {
        pieces.push(open);
        [open, words] = ["", 0];
      }
      open += part;
      words += more;
    }
    open += "\n";
  }
  return open.trim() === "" ? pieces : [...pieces, open];
}
