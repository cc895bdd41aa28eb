import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { splitBlocks } from "@/lib/articles/blocks";
import { proposeFacts } from "@/lib/compare/facts/propose";
import type { FactProposal } from "@/lib/compare/mention";
import { comparedSentences } from "@/lib/compare/sentences";
import { findFigures } from "@/lib/compare/times/figures";
import { findTimes } from "@/lib/compare/times/find-times";
import { findSentences } from "@/lib/text/sentences";
import { TextIndex } from "@/lib/text/text-index";
import { textAt } from "./articles";

const CORPUS = path.resolve(import.meta.dirname, "../../../../shared/corpus");
type Manifest = { articles: { file: string; title: string; chrome?: string[] }[] };

describe.skipIf(!existsSync(CORPUS))("the five captured articles about one group", () => {
  const manifest = existsSync(CORPUS) ? (JSON.parse(readFileSync(path.join(CORPUS, "manifest.json"), "utf8")) as Manifest) : { articles: [] };
  const told = manifest.articles.map(({ file, title, chrome }) => {
    const text = readFileSync(path.join(CORPUS, file), "utf8");
    const index = new TextIndex(text);
    const plain = splitBlocks(text).map((block) => ({ ...block, words: index.slice(block.start, block.end) }));
    const head = plain.findIndex(({ words }) => words === title);
    const blocks = plain.map(({ words, ...block }, i) => ({ ...block, kind: i === head ? ("headline" as const) : (chrome ?? []).some((line) => words.startsWith(line)) ? ("chrome" as const) : block.kind === "headline" ? ("paragraph" as const) : block.kind }));
    const ranges = plain.flatMap(({ start, words }) => findSentences(words, "en", start));
    const article = { id: file.slice(0, 3), language: "en", publishedOn: null, ...comparedSentences(text, blocks, ranges, 5) };
    const times = findTimes(article);
    return { text, article, times, figures: findFigures(article, times) };
  });
  const texts = new Map(told.map(({ text, article }) => [article.id, text]));
  const proposals = proposeFacts(told);
  const words = ({ a, b }: FactProposal) => [a, b].map((one) => `${one.articleId} ${textAt(texts.get(one.articleId)!, one)}`);

  it("say that the group moved in 2003, and between 2009 and 2013: proposed as one fact of which both cannot be true", () => {
    if (process.env["SAY"]) console.log(proposals.map((one) => [one.likeness, one.compatible, ...words(one), one.words.join(" ")].join(" | ")).join("\n"));
    const move = proposals.filter((one) => words(one).includes("000 Between 2009 and 2013"));
    expect(move.map(words)).toContainEqual(["000 Between 2009 and 2013", "002 2003"]);
    expect(move.find((one) => words(one).includes("002 2003"))?.compatible).toBe(false);
  });

  it("do not pair the 2003 of an invasion with that of the move", () => {
    expect(told.find(({ article }) => article.id === "001")!.times.some((one) => one.from === "2003-01-01T00:00")).toBe(true);
    expect(proposals.map((one) => words(one).join(" = "))).not.toContain("001 2003 = 002 2003");
  });
});
