import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { splitBlocks } from "@/lib/articles/blocks";
import { MASK } from "@/lib/articles/source-mask";
import { type CodedPhrase, MOST_SUGGESTIONS, suggestionsFor, type SuggestionsOf } from "@/lib/annotations/suggest";

const coded = (quote: string, targetId = "council", framing: CodedPhrase["framing"] = "critical"): CodedPhrase => ({ quote, targetId, framing });
const suggest = (text: string, before: CodedPhrase[], more: Partial<SuggestionsOf> = {}) => suggestionsFor({ text, blocks: splitBlocks(text), ordinals: [], before, standing: [], dismissed: [], ...more });
const quotes = (...given: Parameters<typeof suggest>): string[] => suggest(...given).map((one) => one.quote);

const TEXT = "A headline 🌉 here\nThe council “bungled  the closure” again.\nIt bungled the closure, and it meant well.";

describe("suggestions", () => {
  it("stand where the words stand under the folding of case and spaces, in text order, counted in code points", () => {
    const found = suggest(TEXT, [coded("meant well"), coded("Bungled the closure"), coded("bungled the closure")]);
    expect(found.map(({ start, end, quote, n }) => [start, end, quote, n])).toEqual([[31, 51, "bungled  the closure", 2], [63, 82, "bungled the closure", 2], [91, 101, "meant well", 1]]);
    for (const { start, end, quote } of found) expect([...TEXT].slice(start, end).join("")).toBe(quote);
  });

  it("are whole words, never across paragraphs, and only worth it", () => {
    expect(quotes(TEXT, [coded("ungled the closur"), coded("here the council"), coded("council"), coded("of the"), coded("and it"), coded("well"), coded("closure")])).toEqual([]);
    expect(quotes("x\nA catastrophe unfolds", [coded("catastrophe")])).toEqual(["catastrophe"]);
    expect(quotes(`x\n${"long ".repeat(60)}`, [coded("long ".repeat(60).trim())])).toEqual([]);
  });

  it("propose the most frequent coding and name the others", () => {
    const before = [coded("meant well", "council", "advocacy"), coded("meant well", "port", "neutral"), coded("meant well", "council", "critical"), coded("meant well", "council", "critical")];
    expect(suggest(TEXT, before)).toMatchObject([{ targetId: "council", framing: "critical", n: 2, others: [{ targetId: "council", framing: "advocacy", n: 1 }, { targetId: "port", framing: "neutral", n: 1 }] }]);
  });

  it("pass over what one marked already with that target, and what was dismissed for it", () => {
    const before = [coded("meant well"), coded("meant well"), coded("meant well", "port")];
    const standing = [{ targetId: "council", parts: [{ start: 95, end: 99 }] }];
    expect(suggest(TEXT, before, { standing })).toMatchObject([{ targetId: "port" }]);
    expect(suggest(TEXT, before, { dismissed: [{ targetId: "council", key: "meant well" }] })).toMatchObject([{ targetId: "port", others: [] }]);
    expect(suggest(TEXT, before, { standing, dismissed: [{ targetId: "port", key: "meant well" }] })).toEqual([]);
  });

  it("lie in blocks that are coded, and are never chrome or a byline", () => {
    const blocks = splitBlocks(TEXT).map((block) => (block.ordinal === 1 ? { ...block, kind: "chrome" as const } : block));
    expect(suggest(TEXT, [coded("bungled the closure")], { blocks }).map((one) => one.start)).toEqual([63]);
    expect(suggest(TEXT, [coded("bungled the closure")], { ordinals: [1] }).map((one) => one.start)).toEqual([31]);
  });

  it("never hold hidden words", () => {
    expect(quotes(`x\n${MASK.repeat(4)} bungled the closure`, [coded(`${MASK.repeat(4)} bungled the closure`)])).toEqual([]);
  });

  it("are a hundred at most", () => {
    expect(suggest(`x\n${"meant well. ".repeat(300)}`, [coded("meant well")])).toHaveLength(MOST_SUGGESTIONS);
  });

  it("never overlap, and lie inside the text, whatever was coded", () => {
    const word = fc.constantFrom("council", "Meant", "well", "the", "🌉", "dither\u0301s", "آب");
    const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 12 }), (text, phrases) => {
        const found = suggest(`x\n${text}`, phrases.map((phrase) => coded(phrase)));
        for (const [i, { start, end, quote }] of found.entries()) {
          expect([...`x\n${text}`].slice(start, end).join("")).toBe(quote);
          expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 2);
        }
      }),
    );
  });
});
