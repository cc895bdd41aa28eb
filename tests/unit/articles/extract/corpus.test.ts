import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { BlockKind } from "@/lib/articles/blocks";
import { composeArticle } from "@/lib/articles/compose";
import { understand } from "@/lib/articles/extract/understand";
import { findSpeech } from "@/lib/articles/speech/find-speech";
import { TextIndex } from "@/lib/text/text-index";

const CORPUS = path.resolve(import.meta.dirname, "../../../../../shared/corpus");
const here = existsSync(path.join(CORPUS, "manifest.json"));

interface Entry {
  readonly file: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly publisher: string | null;
  readonly byline: string | null;
  readonly chrome?: readonly string[];
  readonly chrome_starts_at?: string;
  readonly repeated_title?: readonly string[];
  readonly caption?: readonly string[];
  readonly embed?: readonly string[];
  readonly byline_line?: readonly string[];
  readonly quotation_contains?: readonly string[];
}
const entries = here ? (JSON.parse(readFileSync(path.join(CORPUS, "manifest.json"), "utf8")) as { articles: Entry[] }).articles : [];

function read(file: string) {
  const text = readFileSync(path.join(CORPUS, file), "utf8");
  const result = understand({ kind: "text", text }, {});
  if (!result.ok) throw new Error(result.error.message);
  const index = new TextIndex(result.value.text);
  const lines = result.value.blocks.map(({ kind, start, end, reason }) => ({ kind, reason, text: Array.from(result.value.text).slice(start, end).join("") }));
  const of = (kind: BlockKind) => lines.filter((line) => line.kind === kind).map((line) => line.text);
  return { understood: result.value, index, lines, of };
}

// The articles are not ours to give away; where they do not lie beside the repository there is nothing to compare.
describe.skipIf(!here).each(entries)("the page that people read as $file", (entry) => {
  const { understood, index, lines, of } = read(entry.file);
  const asRead = (list: readonly string[] | undefined) => [...(list ?? [])].sort();

  it("has its title, byline, outlet and publisher, unknown where the text does not say", () => {
    expect({ title: understood.title, byline: understood.byline?.value ?? null, outlet: understood.outlet?.value ?? null, publisher: understood.publisher?.value ?? null }).toEqual({ title: entry.title, byline: entry.byline, outlet: entry.outlet, publisher: entry.publisher });
    expect(of("headline")).toEqual([entry.title]);
  });

  it("has exactly the furniture, captions, posts and byline that people saw, each with a reason", () => {
    const first = entry.chrome_starts_at === undefined ? -1 : lines.findIndex(({ text }) => text === entry.chrome_starts_at);
    const chrome = first < 0 ? [...(entry.chrome ?? []), ...(entry.repeated_title ?? [])] : lines.slice(first).map(({ text }) => text);
    expect(of("chrome").sort()).toEqual(asRead(chrome));
    expect(lines.filter(({ reason }) => reason === "repeated_title").map(({ text }) => text)).toEqual(entry.repeated_title ?? []);
    expect(of("caption").sort()).toEqual(asRead(entry.caption));
    expect(of("embed").sort()).toEqual(asRead(entry.embed));
    expect(of("byline").sort()).toEqual(asRead(entry.byline_line));
    expect(lines.filter(({ kind, reason }) => (kind === "chrome" || kind === "caption" || kind === "embed" || kind === "byline") && reason === null)).toEqual([]);
  });

  it("has the quotations that people saw", () => {
    const composed = composeArticle({ text: understood.text, kinds: understood.blocks.map(({ kind, reason }, ordinal) => ({ ordinal, kind, reason })) });
    if (!composed.ok) throw new Error(composed.error.message);
    const said = findSpeech(index, composed.value.blocks, "en").filter(({ kind }) => kind === "direct").map(({ start, end }) => index.slice(start, end));
    expect((entry.quotation_contains ?? []).filter((words) => !said.some((passage) => passage.includes(words)))).toEqual([]);
  });
});

const HAND = path.join(CORPUS, "handcoded/002_quotations.json");

describe.skipIf(!existsSync(HAND))("the article whose quotations people marked", () => {
  it("has the same quotations over the blocks that were understood", () => {
    const hand = JSON.parse(readFileSync(HAND, "utf8")) as { article: string; quotations: { start: number; end: number; kind: string }[] };
    const { understood, index } = read(hand.article);
    const composed = composeArticle({ text: understood.text, kinds: understood.blocks.map(({ kind, reason }, ordinal) => ({ ordinal, kind, reason })) });
    if (!composed.ok) throw new Error(composed.error.message);
    const found = findSpeech(index, composed.value.blocks, "en").filter(({ kind }) => kind === "direct").map(({ inner }) => [inner.start, inner.end]);
    expect(found).toEqual(hand.quotations.filter(({ kind }) => kind !== "embed").map(({ start, end }) => [start, end]));
  });
});
