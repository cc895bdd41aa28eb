import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { splitBlocks } from "@/lib/articles/blocks";
import { findSpeech } from "@/lib/articles/speech/find-speech";
import { TextIndex } from "@/lib/text/text-index";

const CORPUS = path.resolve(import.meta.dirname, "../../../../../shared/corpus");
const HAND = path.join(CORPUS, "handcoded/002_quotations.json");

/** Which of the words with which a text can name each source. */
const NAMES: Readonly<Record<string, RegExp>> = {
  "Mike Pompeo": /^Mike Pompeo$/,
  "Albanian interior ministry": /interior ministry$/,
  NCRI: /^(?:NCRI|National Council of Resistance of Iran)$/,
  "French police": /^French police$/,
  "Seamus Malekafzali": /^Seamus Malekafzali$/,
  "US State Department": /^US State Department$/,
};

// The articles are not ours to give away; where they do not lie beside the repository there is nothing to compare.
describe.skipIf(!existsSync(HAND))("the article whose quotations people marked", () => {
  const hand = existsSync(HAND) ? (JSON.parse(readFileSync(HAND, "utf8")) as { article: string; quotations: { start: number; end: number; kind: string; speaker: string }[] }) : { article: "", quotations: [] };
  const quotations = hand.quotations.filter(({ kind }) => kind !== "embed");

  it("has its 13 quotations found, each with its speaker", () => {
    const text = readFileSync(path.join(CORPUS, hand.article), "utf8");
    const index = new TextIndex(text);
    const found = findSpeech(index, splitBlocks(text), "en").filter(({ kind }) => kind === "direct");
    const speakers = found.map(({ speaker }) => (speaker === null ? "" : index.slice(speaker.start, speaker.end)));
    expect(found.map(({ inner }) => [inner.start, inner.end])).toEqual(quotations.map(({ start, end }) => [start, end]));
    expect(quotations.filter(({ speaker }, i) => NAMES[speaker]?.test(speakers[i] ?? "") !== true)).toEqual([]);
    expect(quotations).toHaveLength(13);
  });
});
