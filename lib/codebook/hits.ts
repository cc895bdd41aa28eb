import type { BlockKind } from "@/lib/articles/blocks";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import type { NameHit } from "./target-names";

/** A hit with the words around it, all from one block. Offsets count code points of the article's text. */
export type Snippet = { start: number; end: number; before: string; words: string; after: string; needsLook: boolean };
/** What of a target's names stands in one article: how many are certain, how many need a look, and the first few. */
export type ArticleHits = { certain: number; doubtful: number; snippets: Snippet[] };

type Block = { readonly kind: BlockKind; readonly start: number; readonly end: number };

const SNIPPETS = 3;
/** Code points of text on either side of a hit. */
const AROUND = 60;

/** The hits in the blocks of an article that are read: page furniture and bylines are not. A name never runs over two blocks. */
export function articleHits(text: string, blocks: readonly Block[], find: (text: string) => NameHit[]): ArticleHits {
  const index = new TextIndex(text);
  const hits: ArticleHits = { certain: 0, doubtful: 0, snippets: [] };
  for (const block of blocks) {
    if (block.kind === "chrome" || block.kind === "byline") continue;
    for (const hit of find(index.slice(codePoint(block.start), codePoint(block.end)))) {
      if (hit.needsLook) hits.doubtful += 1;
      else hits.certain += 1;
      if (hits.snippets.length < SNIPPETS) hits.snippets.push(snippet(index, block, hit));
    }
  }
  return hits;
}

function snippet(index: TextIndex, block: Block, hit: NameHit): Snippet {
  const [start, end] = [block.start + hit.start, block.start + hit.end];
  const [from, to] = [Math.max(block.start, start - AROUND), Math.min(block.end, end + AROUND)];
  const words = (a: number, b: number): string => index.slice(codePoint(a), codePoint(b));
  const [before, after] = [words(from, start), words(end, to)];
  return {
    start, end, words: words(start, end), needsLook: hit.needsLook,
    // Cut at a space, so that no half word stands at the edge.
    before: from > block.start ? `…${before.replace(/^\S*\s+/u, " ").trimStart()}` : before,
    after: to < block.end ? `${after.replace(/\s+\S*$/u, " ").trimEnd()}…` : after,
  };
}
