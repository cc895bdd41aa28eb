import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Block, type BlockKind, BLOCK_KINDS, splitBlocks } from "@/lib/articles/blocks";
import { findSpeech } from "@/lib/articles/speech/find-speech";
import type { Passage } from "@/lib/articles/speech/passage";
import { TextIndex } from "@/lib/text/text-index";

/** A passage as a person marked it. */
export interface HandMark {
  readonly kind: "direct" | "scare" | "reported";
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
}
export interface MarkedArticle {
  readonly name: string;
  readonly index: TextIndex;
  readonly blocks: readonly Block[];
  readonly language: string | null;
  readonly marks: readonly HandMark[];
}

const FOLDER = fileURLToPath(new URL("../../../fixtures/speech/", import.meta.url));
const KINDS = { D: "direct", S: "scare", R: "reported" } as const;

/** The articles of tests/fixtures/speech, their marks taken out of the text. */
export const markedArticles = (): MarkedArticle[] => readdirSync(FOLDER).filter((name) => name.endsWith(".txt")).sort().map(read);

function read(name: string): MarkedArticle {
  const lines = readFileSync(`${FOLDER}${name}`, "utf8").trimEnd().split("\n");
  const heads = lines.filter((line) => line.startsWith("# ")).map((line) => line.slice(2).split(": "));
  const marks: HandMark[] = [];
  let text = "";
  let open: { kind: HandMark["kind"]; start: number; speaker: string | null } | null = null;
  for (const piece of lines.filter((line) => !line.startsWith("# ")).join("\n").split(/(\[(?:[DSR](?::[^\]]+)?|\/)\])/)) {
    const tag = /^\[([DSR])(?::([^\]]+))?\]$/.exec(piece);
    if (tag) open = { kind: KINDS[tag[1] as keyof typeof KINDS], start: [...text].length, speaker: tag[2] ?? null };
    else if (piece === "[/]" && open !== null) marks.push({ ...open, end: [...text].length });
    else text += piece;
  }
  const kinds = new Map(heads.flatMap(([kind, ordinals]) => (BLOCK_KINDS.includes(kind as BlockKind) ? (ordinals ?? "").split(" ").map((ordinal) => [Number(ordinal), kind as BlockKind] as const) : [])));
  const language = heads.find(([head]) => head === "language")?.[1] ?? null;
  const blocks = splitBlocks(text).map((block) => ({ ...block, kind: kinds.get(block.ordinal) ?? block.kind }));
  return { name, index: new TextIndex(text), blocks, language, marks };
}

export const speechOf = ({ index, blocks, language }: MarkedArticle): Passage[] => findSpeech(index, blocks, language);

/** Precision and recall over characters. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly wanted: number;
}

/** The characters of some ranges, in their marks where they have any. */
export function characters(ranges: readonly { start: number; end: number }[]): Set<number> {
  const all = new Set<number>();
  for (const { start, end } of ranges) for (let at = start; at < end; at++) all.add(at);
  return all;
}

/** How well found characters fit wanted ones, over several articles. */
export function score(pairs: readonly { readonly found: ReadonlySet<number>; readonly wanted: ReadonlySet<number> }[]): Score {
  let [hit, found, wanted] = [0, 0, 0];
  for (const pair of pairs) {
    for (const at of pair.found) if (pair.wanted.has(at)) hit += 1;
    found += pair.found.size;
    wanted += pair.wanted.size;
  }
  return { precision: hit / found, recall: hit / wanted, wanted };
}

/** Two spellings of the same name. */
export const sameName = (a: string | null, b: string | null): boolean => plain(a) === plain(b);

const plain = (name: string | null): string => (name ?? "").toLowerCase().replace(/’/g, "'").replace(/^(?:the|his|her) /, "");
