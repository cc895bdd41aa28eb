import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitBlocks, type BlockKind } from "@/lib/articles/blocks";
import { isAllMask, MASK, maskRanges, maskSlice, maskText, maskTitle, roughWords } from "@/lib/articles/source-mask";
import { sourceNames } from "@/lib/articles/source-names";
import { canonical, countCodePoints } from "../text/arbitraries";

const named = (...names: string[]) => sourceNames({ names, byline: null, url: null });
const masked = (text: string, names = named("The Daily Tern", "MEE")) => maskText(text, maskRanges(text, [], names));
const gone = (length: number) => MASK.repeat(length);

describe("names in the text", () => {
  it.each<[string, string, string]>([
    ["whole words in any case", "the DAILY tern said", `${gone(14)} said`],
    ["across no-break spaces and runs of white space, the spaces too", "The\u00a0Daily  Tern", gone(15)],
    ["without the article", "a Daily Tern reporter", `a ${gone(10)} reporter`],
    ["before a possessive", "The Daily Tern’s man", `${gone(14)}’s man`],
    ["as one word of a handle", "see @DailyTern now", `see @${gone(9)} now`],
    ["with a soft hyphen inside", "The Dai\u00adly Tern", gone(15)],
    ["an abbreviation in capitals only", "MEE met mee", `${gone(3)} met mee`],
    ["not inside a longer word", "Daily Ternary, MEETING", "Daily Ternary, MEETING"],
    ["behind an emoji, counted as one", "🌉 MEE", `🌉 ${gone(3)}`],
  ])("are masked %s", (_name, text, expected) => expect(masked(text)).toBe(expected));

  it("are masked with their accents however they are composed, and not without them", () => {
    const names = sourceNames({ names: [], byline: "By Ana Núñez", url: null });
    expect(masked("Ana Nu\u0301n\u0303ez wrote", names)).toBe(`${gone(11)} wrote`);
    expect(masked("Ana Nunez wrote", names)).toBe("Ana Nunez wrote");
  });

  it("are masked where a script has no spaces", () => expect(masked("今日の朝日新聞はMEEと", named("朝日新聞", "MEE"))).toBe(`今日の${gone(4)}は${gone(3)}と`));

  it("that are a common word are masked all the same, but a bare one only as written", () => {
    expect(masked("Metro: a metro line", named("Metro"))).toBe(`${gone(5)}: a ${gone(5)} line`);
    expect(masked("The Times, three times, TIMES", named("The Times"))).toBe(`${gone(9)}, three times, ${gone(5)}`);
  });

  it("of writers are found each, but not their place or office", () => {
    const names = sourceNames({ names: [], byline: "By Ana Ash and Bo Birch, London, AP", url: null });
    expect(masked("Ana Ash, in London, met Bo Birch of AP (ap).", names)).toBe(`${gone(7)}, in London, met ${gone(8)} of ${gone(2)} (ap).`);
  });

  it("of host and site are masked, a short site in capitals only", () => {
    expect(masked("dailytern.co.uk, DailyTern", sourceNames({ names: [], byline: null, url: "https://www.dailytern.co.uk/a" }))).toBe(`${gone(15)}, ${gone(9)}`);
    expect(masked("un enfant, UN, un.org", sourceNames({ names: [], byline: null, url: "https://news.un.org/a" }))).toBe(`un enfant, ${gone(2)}, ${gone(6)}`);
  });
});

describe("ranges", () => {
  const blocks = (text: string, kinds: Record<number, BlockKind>) => splitBlocks(text).map((block) => ({ ...block, kind: kinds[block.ordinal] ?? block.kind }));

  it("hold chrome and bylines whole, merged with names across their edge", () => {
    const text = "Head\nBy Ana\nThe Daily Tern\nmore";
    expect(maskText(text, maskRanges(text, blocks(text, { 1: "byline", 2: "chrome" }), named("Tern\nmore")))).toBe(`Head\n${gone(6)}\n${gone(19)}`);
  });

  it("are in order, disjoint and inside the text", () => {
    fc.assert(
      fc.property(canonical, fc.array(fc.constantFrom("word", "A", "twenty-one", "الحكومة", "漢字", "👍🏽", "word A"), { maxLength: 4 }), (text, names) => {
        const ranges = maskRanges(text, blocks(text, { 1: "chrome" }), named(...names));
        ranges.forEach((range, i) => expect(range.start < range.end && range.start > (ranges[i - 1]?.end ?? -1) && range.end <= countCodePoints(text)).toBe(true));
      }),
    );
  });
});

const ranges = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })), { maxLength: 5 }).map((steps) => {
  let at = 0;
  return steps.map(([gap, length]) => ({ start: (at += gap + 1), end: (at += length) }));
});

describe("masking", () => {
  it("keeps every length, leaves what lies outside, and changes nothing the second time", () => {
    fc.assert(
      fc.property(canonical, ranges, (text, given) => {
        const result = maskText(text, given);
        expect(countCodePoints(result)).toBe(countCodePoints(text));
        const [before, after] = [[...text], [...result]];
        before.forEach((char, i) => expect(after[i]).toBe(given.some((range) => range.start <= i && i < range.end) ? MASK : char));
        expect(maskText(result, given)).toBe(result);
      }),
    );
  });

  it("of a slice is the slice of the mask", () => {
    fc.assert(
      fc.property(canonical, ranges, fc.nat(40), fc.nat(40), (text, given, from, length) => {
        const chars = [...text];
        expect(maskSlice(chars.slice(from, from + length).join(""), from, given)).toBe([...maskText(text, given)].slice(from, from + length).join(""));
      }),
    );
  });

  it("gives equal texts for two worlds whose names differ but are equally long", () => {
    const letters = (from: string, length: number) => fc.string({ unit: fc.constantFrom(...from), minLength: length, maxLength: length });
    const pair = fc.integer({ min: 3, max: 9 }).chain((n) => fc.tuple(letters("qxzQXZ", n), letters("vwkVWK", n)));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 3 }), fc.array(fc.oneof(fc.constantFrom("the mayor", "said ", "\n", ", ", "“", "’s"), fc.nat(2)), { maxLength: 20 }), (pairs, pieces) => {
        const world = (side: 0 | 1) => {
          const names = pairs.map((one) => `Daily ${one[side]}`);
          const text = pieces.map((piece) => (typeof piece === "string" ? piece : ` ${names[piece % names.length]} `)).join("");
          return maskText(text, maskRanges(text, splitBlocks(text), named(...names)));
        };
        expect(world(0)).toBe(world(1));
      }),
    );
  });
});

it("hides a name that a long title cuts off", () => {
  expect(maskTitle("What the Daily Te…", named("The Daily Tern"))).toBe(`What ${gone(12)}…`);
  expect(maskTitle("What the Daily…", named("Morning Post"))).toBe("What the Daily…");
});

it("tells mask from words, and words only roughly", () => {
  expect([isAllMask(`${MASK} ${MASK}`), isAllMask(`${MASK} a`), isAllMask(" ")]).toEqual([true, false, false]);
  expect([roughWords(0), roughWords(1234), roughWords(1229)]).toEqual([10, 210, 200]);
});
