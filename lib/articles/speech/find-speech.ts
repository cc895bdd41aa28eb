import { findQuotations, type Quotation } from "@/lib/text/quotations";
import type { TextIndex } from "@/lib/text/text-index";
import type { TextRange } from "@/lib/text/units";
import { type Block, type BlockKind, isAnnotatable } from "../blocks";
import { BlockReader, type Said } from "./block-reader";
import { KnownNames } from "./known-names";
import type { Passage } from "./passage";
import { type Sentence, sentencesOf } from "./pieces";
import { Speakers } from "./speakers";
import { verbsOf } from "./verbs";

interface ReadBlock {
  readonly block: Block;
  readonly quotations: readonly Quotation[];
  readonly sentences: readonly Sentence[];
}

/** Whose capitals tell no names. */
const SHOUTING: ReadonlySet<BlockKind> = new Set(["headline", "heading"]);
const NO_VERBS = new Map<string, never>();

/**
 * The passages of an article that are not plainly in the writer's own voice, in the order of the text, disjoint, each
 * inside one block. Quotations are found in every language that marks them; who says them, scare quotes and reported
 * speech where the verbs of speech are known (who: English, French, German, Spanish; reported: English). A quotation
 * whose mark is not closed goes on in the next block when that opens with a mark, and has one speaker then.
 * Linear in the length of the text.
 * @param language BCP 47 tag; null counts as English
 */
export function findSpeech(index: TextIndex, blocks: readonly Block[], language: string | null): Passage[] {
  const verbs = verbsOf(language);
  const isVerb = (key: string): boolean => verbs?.has(key) ?? false;
  const known = new KnownNames();
  const read = blocks.filter(({ kind }) => isAnnotatable(kind)).map((block): ReadBlock => {
    if (block.kind === "quotation" || block.kind === "embed") return { block, quotations: [], sentences: sentencesOf(index, block, [], isVerb) };
    const quotations = findQuotations(index.slice(block.start, block.end), block.start);
    const sentences = sentencesOf(index, block, quotations, isVerb);
    if (verbs !== null && !SHOUTING.has(block.kind)) for (const sentence of sentences) known.learn(sentence);
    return { block, quotations, sentences };
  });
  const reader = new BlockReader(index, verbs ?? NO_VERBS, verbs !== null, new Speakers(known, isVerb), language === null || /^en\b/i.test(language));
  const said: Said[] = [];
  read.forEach(({ block, quotations, sentences }, i) => {
    if (block.kind === "quotation" || block.kind === "embed") said.push(reader.whole(block, sentences, read[i + 1]?.sentences));
    else said.push(...reader.read(block, quotations, sentences, goesOn(read[i - 1], index, block)));
  });
  return withOneSpeaker(said);
}

/** True when the block before ends in a quotation that is not closed, and this one opens with the same kind of mark. */
function goesOn(before: ReadBlock | undefined, index: TextIndex, block: TextRange): boolean {
  const open = before?.quotations.at(-1);
  if (open === undefined || open.closed) return false;
  const family = (at: TextRange["start"]): string => FAMILY[index.slice(at, (at + 1) as TextRange["end"])] ?? "";
  return family(open.start) !== "" && family(open.start) === family(block.start);
}

const FAMILY: Readonly<Record<string, string>> = { "“": "double", '"': "double", "„": "double", "‘": "single", "'": "single", "‚": "single", "«": "pointed", "»": "pointed", "「": "corner", "『": "corner" };

/** Pieces of one quotation share the speaker that any of them names. */
function withOneSpeaker(said: readonly Said[]): Passage[] {
  const passages: Passage[] = [];
  for (let at = 0; at < said.length; ) {
    let end = at + 1;
    while (said[end]?.continues === true) end += 1;
    const chain = said.slice(at, end).map(({ passage }) => passage);
    const teller = chain.find(({ speaker, cue }) => speaker !== null && cue !== null) ?? chain.find(({ speaker }) => speaker !== null);
    passages.push(...(chain.length === 1 || teller === undefined ? chain : chain.map((passage) => ({ ...passage, speaker: teller.speaker }))));
    at = end;
  }
  return passages;
}
