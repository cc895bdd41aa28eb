import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, BLOCK_KINDS, type BlockKind, isAnnotatable, splitBlocks } from "@/lib/articles/blocks";
import { findSpeech } from "@/lib/articles/speech/find-speech";
import { TextIndex } from "@/lib/text/text-index";
import { canonical } from "../../text/arbitraries";

type Told = [kind: string, words: string, speaker: string | null];

function told(text: string, kinds: Readonly<Record<number, BlockKind>> = {}, language: string | null = null): Told[] {
  const index = new TextIndex(text);
  const blocks = splitBlocks(text).map((block) => ({ ...block, kind: kinds[block.ordinal] ?? block.kind }));
  return findSpeech(index, blocks, language).map(({ kind, inner, speaker }) => [kind, index.slice(inner.start, inner.end), speaker && index.slice(speaker.start, speaker.end)]);
}

const after = (body: string): string => `Title\n${body}`;

describe("findSpeech", () => {
  it.each<[string, string, Told[]]>([
    ["a speaker before", "Anna Berg said: “We are done for good.”", [["direct", "We are done for good.", "Anna Berg"]]],
    ["a speaker behind the verb", "“We are done for good,” said Anna Berg, a baker.", [["direct", "We are done for good,", "Anna Berg"]]],
    ["an office", "“We are done for good,” said the ministry in a statement.", [["direct", "We are done for good,", "ministry"]]],
    ["an office with a name", "“We are done for good,” the mayor, Anna Berg, said.", [["direct", "We are done for good,", "Anna Berg"]]],
    ["an aside between name and verb", "“We are done for good,” Anna Berg, an old baker who lives in Rome, told the Post.", [["direct", "We are done for good,", "Anna Berg"]]],
    ["a surname", "Anna Berg came. “We are done for good,” Berg said.", [["direct", "We are done for good,", "Anna Berg"]]],
    ["a pronoun", "Anna Berg came late. “We are done for good,” she said.", [["direct", "We are done for good,", "Anna Berg"]]],
    ["a quotation in two parts", "“We are done,” said Anna Berg, “and we are glad of it.”", [["direct", "We are done,", "Anna Berg"], ["direct", "and we are glad of it.", "Anna Berg"]]],
    ["one short word after a verb", "The ministry said the group was “political”.", [["reported", "the group was", "ministry"], ["direct", "political", "ministry"]]],
    ["a short quotation that nobody says", "The “free” lunch is paid by all.", [["scare", "free", null]]],
    ["a name without a verb", "Anna Berg: “We are done for good.”", [["direct", "We are done for good.", "Anna Berg"]]],
    ["a name behind a dash", "“We are done for good.” — Anna Berg", [["direct", "We are done for good.", "Anna Berg"]]],
  ])("tells %s", (_what, body, expected) => expect(told(after(body))).toEqual(expected));

  it.each<[string, string, Told[]]>([
    ["with “that”", "The mayor of Harrow said on Monday that the pool would close.", [["reported", "the pool would close", "mayor of Harrow"]]],
    ["without it", "The mayor said the pool would close, but nobody believes it.", [["reported", "the pool would close", "mayor"]]],
    ["told to somebody", "Anna Berg told reporters that it was over, adding that she was glad.", [["reported", "it was over", "Anna Berg"], ["reported", "she was glad", "Anna Berg"]]],
    ["according to somebody", "According to Anna Berg, the pool will close.", [["reported", "the pool will close", "Anna Berg"]]],
    ["before its source", "The pool will close, Anna Berg said.", [["reported", "The pool will close", "Anna Berg"]]],
    ["a denial", "The council denied any delay.", [["reported", "any delay", "council"]]],
  ])("finds reported speech %s", (_what, body, expected) => expect(told(after(body))).toEqual(expected));

  it.each([
    ["unnamed sources", "Critics say the pool is lost. The mayor is said to be ill. It was reported that he left."],
    ["an official act", "The court banned the group and listed it as criminal."],
    ["the outlet itself", "We reported that the pool would close."],
    ["a country", "The United States is large."],
    ["apostrophes", "The farmers’ market, the ’90s, rock ’n’ roll and the town's 6\" pipe."],
  ])("takes %s for own voice", (_what, body) => expect(told(after(body))).toEqual([]));

  it("lets a quotation go on in the next block when that opens with a mark, with one speaker", () => {
    expect(told("Title\nHe was angry. “We rang at one.\n“Nobody came,” said Anna Berg.")).toEqual([["direct", "We rang at one.", "Anna Berg"], ["direct", "Nobody came,", "Anna Berg"]]);
    expect(told("Title\nAnna Berg said: “We rang at one.\nNobody came.")).toEqual([["direct", "We rang at one.", "Anna Berg"]]);
  });

  it("carries the speaker to a block that is a quotation alone", () => {
    expect(told("Title\n“We rang at one,” said Anna Berg.\n“Nobody came.”")).toEqual([["direct", "We rang at one,", "Anna Berg"], ["direct", "Nobody came.", "Anna Berg"]]);
  });

  it("takes quotation and embed blocks whole, and reads no chrome", () => {
    const text = "Title\nA long quote\nPost — Jo Hill (@jo)\n“Menu,” said Jo Hill.";
    expect(told(text, { 1: "quotation", 2: "embed", 3: "chrome" })).toEqual([["block", "A long quote", null], ["embed", "Post — Jo Hill (@jo)", "Jo Hill"]]);
  });

  it("finds marks in any language, speakers in a few", () => {
    expect(told("Titre\n« C’est fini pour nous tous », a déclaré Anne Morel.", {}, "fr")).toEqual([["direct", " C’est fini pour nous tous ", "Anne Morel"]]);
    expect(told("تیتر\nاو گفت «نمی‌دانم».", {}, "fa")).toEqual([["direct", "نمی‌دانم", null]]);
  });

  it("gives ranges in order, apart, inside one counted block, whatever the text is", () => {
    const words = fc.constantFrom("said", "Anna", "Berg", "the", "mayor", "that", "according", "to", "who", ",", ".", ":", "“", "”", '"', "‘", "’", "«", "»", "—", "(", ")", "and", "she", "told", "police", "█", "😀", "\n", "Mr", "denied");
    const text = fc.oneof(canonical, fc.array(words, { maxLength: 60 }).map((all) => all.join(" ").replace(/ \n /g, "\n")));
    fc.assert(
      fc.property(text, fc.array(fc.constantFrom(...BLOCK_KINDS), { maxLength: 8 }), fc.constantFrom(null, "en", "fr", "fa"), (words, kinds, language) => {
        const index = new TextIndex(words);
        const blocks = splitBlocks(words).map((block): Block => ({ ...block, kind: kinds[block.ordinal] ?? block.kind }));
        let before = 0;
        for (const { start, end, inner, speaker, cue } of findSpeech(index, blocks, language)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect([start <= inner.start, inner.start <= inner.end, inner.end <= end, start < end]).toEqual([true, true, true, true]);
          expect(blocks.some((block) => isAnnotatable(block.kind) && block.start <= start && end <= block.end)).toBe(true);
          for (const range of [speaker, cue]) if (range !== null) expect(index.slice(range.start, range.end).trim()).not.toBe("");
          before = end;
        }
      }),
      { numRuns: 400 },
    );
  });
});
