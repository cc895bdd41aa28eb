import { err, ok, type Result } from "@/lib/kernel/result";
import { canonicalText, type TextError } from "@/lib/text/canonical";
import { TextIndex } from "@/lib/text/text-index";
import { findSentences } from "@/lib/text/sentences";
import { encodeRanges, encodeTokens } from "@/lib/text/token-code";
import { tokenize } from "@/lib/text/tokens";
import type { CodePoint } from "@/lib/text/units";
import { type Block, type BlockKind, isAnnotatable, splitBlocks } from "./blocks";
import type { BlockReason } from "./extract/understood";
import { ownVoiceCodePoints } from "./own-voice";
import type { Snaps } from "./reading";
import { findSpeech } from "./speech/find-speech";
import type { Passage } from "./speech/passage";

/** The longest title that is kept, in code points; the headline block itself may be longer. */
export const MAX_TITLE = 300;
/** More lines than any article has; each is a row. */
export const MAX_BLOCKS = 50_000;

/** One block gets another kind; `reason` says why, where the page or a rule told (one of `BLOCK_REASONS`). */
export type KindChange = { readonly ordinal: number; readonly kind: BlockKind; readonly reason?: BlockReason | null };

/** A block as it will be stored: null where nothing spoke for its kind. */
export type ReasonedBlock = Block & { readonly reason: BlockReason | null };

/** What is counted over an article's text and the kinds of its blocks. */
export type Measures = { readonly words: number; readonly ownVoice: CodePoint };

/** An article as it will be stored, with all that is found by reading it. */
export type Composed = Measures & Snaps & {
  readonly text: string;
  readonly codePoints: CodePoint;
  readonly blocks: readonly ReasonedBlock[];
  readonly title: string;
  readonly speech: readonly Passage[];
};

/** What is said of an article that comes in. */
export type ToCompose = { text: string; title?: string | undefined; language?: string | null | undefined; kinds?: readonly KindChange[] | undefined };

/** Why a text makes no article. `path` is the field that is wrong. */
export type ComposeError = { readonly path: string; readonly message: string; readonly byte?: number };

/** Reads a pasted or uploaded text: canonical form, blocks with their kinds, title, words, sentences, speech, counts. */
export function composeArticle(input: ToCompose): Result<Composed, ComposeError> {
  const canonical = canonicalText(input.text);
  if (!canonical.ok) return err(textProblem(canonical.error));
  const { text, codePoints } = canonical.value;
  const split = splitBlocks(text);
  if (split.length > MAX_BLOCKS)
    return err({ path: "/text", message: `The text has ${split.length.toLocaleString("en")} lines. The limit is ${MAX_BLOCKS.toLocaleString("en")}. Split it and try again.` });
  const blocks = withKinds(split.map((block): ReasonedBlock => ({ ...block, reason: null })), input.kinds ?? []);
  if (blocks === null) return err({ path: "/blocks", message: `names a block that the text does not have; it has ${split.length}, counted from 0.` });
  const index = new TextIndex(text);
  const title = input.title ?? titleOf(index, blocks) ?? cutTitle(sliceOf(index, blocks[0]));
  return ok({ text, codePoints, blocks, title, ...readBlocks(index, blocks, input.language ?? null) });
}

/** The same as `snapsOf`, `findSpeech` and `measure` tell, in one go over the text. */
function readBlocks(index: TextIndex, blocks: readonly Block[], language: string | null): Measures & Snaps & { readonly speech: readonly Passage[] } {
  let words = 0;
  const pieces = blocks.map((block) => {
    const text = sliceOf(index, block);
    const tokens = tokenize(text, language, block.start);
    if (isAnnotatable(block.kind)) for (const token of tokens) if (token.word) words += 1;
    return { tokens, sentences: findSentences(text, language, block.start) };
  });
  const speech = findSpeech(index, blocks, language);
  return { words, ownVoice: ownVoiceCodePoints(blocks, speech), tokens: encodeTokens(pieces.flatMap(({ tokens }) => tokens)), sentences: encodeRanges(pieces.flatMap(({ sentences }) => sentences)), speech };
}

const textProblem = (error: TextError): ComposeError => ({ path: "/text", message: error.message, ...("byte" in error ? { byte: error.byte } : {}) });

/** The blocks with some kinds changed; null when a change names a block that is not there. */
export function withKinds<B extends Block>(blocks: readonly B[], changes: readonly KindChange[]): B[] | null {
  const next = blocks.slice();
  for (const { ordinal, kind, reason } of changes) {
    const block = next[ordinal];
    if (block === undefined) return null;
    next[ordinal] = { ...block, kind, ...("reason" in block ? { reason: reason ?? null } : {}) };
  }
  return next;
}

/** The changes that give every block from `ordinal` to the end one kind; those that have it already are left out. */
export const kindToEnd = (blocks: readonly Block[], ordinal: number, kind: BlockKind): KindChange[] =>
  blocks.filter((block) => block.ordinal >= ordinal && block.kind !== kind).map((block) => ({ ordinal: block.ordinal, kind }));

/** The words of the first headline, or null when no block is one. */
export function titleOf(index: TextIndex, blocks: readonly Block[]): string | null {
  const headline = blocks.find((block) => block.kind === "headline");
  return headline === undefined ? null : cutTitle(sliceOf(index, headline));
}

/** Words and own-voice code points of what can be annotated. */
export function measure(index: TextIndex, blocks: readonly Block[], language: string | null): Measures {
  let words = 0;
  for (const block of blocks) {
    if (!isAnnotatable(block.kind)) continue;
    for (const token of tokenize(index.slice(block.start, block.end), language)) if (token.word) words += 1;
  }
  return { words, ownVoice: ownVoiceCodePoints(blocks, findSpeech(index, blocks, language)) };
}

const sliceOf = (index: TextIndex, block: Block | undefined): string => (block === undefined ? "" : index.slice(block.start, block.end));

/** Characters that turn or break the line around them; in a list a title must not touch its neighbours. */
const ORDERS = /[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function cutTitle(text: string): string {
  const spaced = text.slice(0, 4 * MAX_TITLE).replace(/\s+/gu, " ");
  const calm = spaced.replace(ORDERS, "").trim();
  const chars = Array.from(calm === "" ? spaced : calm);
  return chars.length <= MAX_TITLE ? chars.join("") : `${chars.slice(0, MAX_TITLE - 1).join("").trimEnd()}…`;
}
