import fc from "fast-check";
import { Effort } from "@/lib/articles/reanchor/effort";
import { describe, expect, it } from "vitest";
import { type BlockKind, splitBlocks } from "@/lib/articles/blocks";
import { type Passage, reanchoring } from "@/lib/articles/reanchor/reanchor";

const captured = (text: string, kinds: Record<number, BlockKind> = {}) => ({ text, blocks: splitBlocks(text).map((block) => ({ ...block, kind: kinds[block.ordinal] ?? block.kind })) });

/** The nth place of some words, in code points. */
function passage(text: string, quote: string, nth = 1): Passage {
  let at = -1;
  for (let n = 0; n < nth; n++) at = text.indexOf(quote, at + 1);
  if (at < 0) throw new Error(`“${quote}” does not stand ${nth} times`);
  const start = [...text.slice(0, at)].length;
  return { start, end: start + [...quote].length, quote };
}

const anchor = (old: string, now: string, quote: string, nth = 1, kinds: Record<number, BlockKind> = {}) => reanchoring(captured(old), captured(now, kinds))([passage(old, quote, nth)]);

const OLD = "Ferries wait\nThe council bungled the closure, traders said on Friday.\nA bold mayor, they said, and a timid one.\nThe boats 🛶 ran late and the council apologised at once.";

describe("a mark on a corrected text", () => {
  it("stays where nothing changed before it", () => {
    expect(anchor(OLD, `${OLD}\nMore words.`, "bungled the closure")).toMatchObject({ outcome: "exact", score: 1, parts: [passage(OLD, "bungled the closure")] });
  });

  it("moves with its words, also behind characters of two units", () => {
    const now = `🛶🛶 New head\n${OLD}`;
    expect(anchor(OLD, now, "council apologised")).toMatchObject({ outcome: "moved", parts: [passage(now, "council apologised")] });
  });

  it("moves with its paragraph to another place", () => {
    const lines = OLD.split("\n");
    const now = [lines[0], lines[3], lines[2], lines[1]].join("\n");
    expect(anchor(OLD, now, "bungled the closure")).toMatchObject({ outcome: "moved", parts: [passage(now, "bungled the closure")] });
  });

  it("is repaired where its words were edited, at the edges of words", () => {
    const now = OLD.replace("bungled the closure", "botched the closures");
    expect(anchor(OLD, now, "bungled the closure")).toMatchObject({ outcome: "repaired", parts: [passage(now, "botched the closures")] });
    const typo = OLD.replace("A bold mayor", "A bolt mayor");
    expect(anchor(OLD, typo, "bold")).toMatchObject({ outcome: "repaired", parts: [passage(typo, "bolt")] });
  });

  it("is repaired where words were put into it or taken out of it", () => {
    const longer = OLD.replace("bungled the closure", "bungled, once again, the closure");
    expect(anchor(OLD, longer, "council bungled the closure")).toMatchObject({ outcome: "repaired", parts: [passage(longer, "council bungled, once again, the closure")] });
    const shorter = OLD.replace("they said, ", "");
    expect(anchor(OLD, shorter, "A bold mayor, they said, and a timid one")).toMatchObject({ outcome: "repaired", parts: [passage(shorter, "A bold mayor, and a timid one")] });
  });

  it("is orphaned where its sentence is gone, even if its words stand in another one", () => {
    const now = OLD.replace("The council bungled the closure, traders said on Friday.\n", "");
    expect(anchor(OLD, now, "bungled the closure")).toEqual({ outcome: "orphaned", score: null, parts: [] });
    expect(anchor(OLD, now, "The council").outcome).toBe("orphaned");
    expect(anchor(OLD, "Something else altogether", "council", 2).outcome).toBe("orphaned");
  });

  it("chooses among the same words those with the same neighbours", () => {
    const old = "Head\nFirst came the storm, then the council met.\nLater came the flood, then the council left.\nAt night the council slept.";
    const now = `Head\nA new paragraph in which the council is named.\n${old.split("\n").slice(1).join("\n")}`;
    for (const nth of [1, 2, 3]) expect(anchor(old, now, "the council", nth).parts).toEqual([passage(now, "the council", nth + 1)]);
  });

  it("does not go over to a paragraph that was there before and says the same", () => {
    const old = "Head\nThe price of bread rose again by two per cent.\nThe price of beans rose again by two per cent.";
    const now = "Head\nThe price of beans rose again by two per cent.";
    expect(anchor(old, now, "rose again").outcome).toBe("orphaned");
    expect(anchor(old, now, "rose again", 2)).toMatchObject({ outcome: "moved", parts: [passage(now, "rose again")] });
  });

  it("is not put over page chrome that says the same", () => {
    const now = `${OLD.replace("\nA bold mayor, they said, and a timid one.", "")}\nA bold mayor, they said, and a timid one.`;
    expect(anchor(OLD, now, "A bold mayor", 1, { 3: "chrome" }).outcome).toBe("orphaned");
    expect(anchor(OLD, now, "A bold mayor").outcome).toBe("moved");
  });

  it("of several passages is as good as its worst, and orphaned as a whole", () => {
    const parts = [passage(OLD, "bungled the closure"), passage(OLD, "a timid one")];
    const edited = `New\n${OLD.replace("a timid one", "a tired one")}`;
    expect(reanchoring(captured(OLD), captured(edited))(parts)).toMatchObject({ outcome: "repaired", parts: [passage(edited, "bungled the closure"), passage(edited, "a tired one")] });
    expect(reanchoring(captured(OLD), captured(OLD.split("\n").filter((_, i) => i !== 2).join("\n")))(parts).outcome).toBe("orphaned");
    const lines = OLD.split("\n");
    const turned = [lines[0], lines[2], lines[1], lines[3]].join("\n");
    expect(reanchoring(captured(OLD), captured(turned))(parts)).toMatchObject({ outcome: "moved", parts: [passage(turned, "a timid one"), passage(turned, "bungled the closure")] });
  });
});

const word = (n: number): string => ((n + 1) * 2_654_435_761 % 4_294_967_296).toString(36);
/** Sentences whose words are all different, so that every place is told from every other. */
const sentences = fc.integer({ min: 4, max: 14 }).map((n) => Array.from({ length: n }, (_, i) => `${["Ö", "🛶", "Na"][i % 3]} ${Array.from({ length: 9 }, (_, j) => word(9 * i + j)).join(" ")}.`));
const place = (n: number) => fc.nat({ max: n - 1 });

it("edited words are looked for as long as there is effort left, the same words always", () => {
  const old = Array.from({ length: 6 }, (_, i) => `Paragraph ${i} says that the harbour master bungled gate ${i} on Friday.`).join("\n");
  const now = old.replaceAll("bungled", "bungles").replaceAll("says", "tells us");
  const marks = [0, 1, 2].map((i) => passage(old, `harbour master bungled gate ${i}`)), same = passage(old, "harbour master", 3);
  const [plenty, none] = [new Effort(), new Effort(0)];
  expect(marks.map((mark) => reanchoring(captured(old), captured(now), plenty)([mark]).outcome)).toEqual(["repaired", "repaired", "repaired"]);
  expect(plenty.cut).toBe(0);
  const find = reanchoring(captured(old), captured(now), none);
  expect(marks.map((mark) => find([mark]))).toEqual(marks.map(() => ({ outcome: "orphaned", score: null, parts: [] })));
  expect([find([same]).outcome, none.cut]).toEqual(["moved", 3]);
});

describe("whatever was corrected", () => {
  const property = (check: (lines: string[], at: number, other: number) => void) => fc.assert(fc.property(sentences.chain((lines) => fc.tuple(fc.constant(lines), place(lines.length), place(lines.length))), ([lines, at, other]) => check(lines, at, other)), { numRuns: 150 });
  const quoteOf = (line: string): string => line.split(" ").slice(1, 4).join(" ");

  it("nothing moves in a text that is the same", () => {
    property((lines, at) => {
      const text = lines.join("\n");
      expect(anchor(text, text, quoteOf(lines[at]!))).toMatchObject({ outcome: "exact", score: 1 });
    });
  });

  it("a mark follows its words over insertions, deletions and moves elsewhere", () => {
    property((lines, at, other) => {
      const quote = quoteOf(lines[at]!);
      const old = lines.join("\n");
      const added = [...lines.slice(0, other), "Entirely 🛶 new words here.", ...lines.slice(other)].join("\n");
      expect(anchor(old, added, quote)).toMatchObject({ outcome: other <= at ? "moved" : "exact", parts: [passage(added, quote)] });
      const cut = lines.filter((_, i) => i !== other).join("\n");
      if (other === at) expect(anchor(old, cut, quote)).toMatchObject({ outcome: "orphaned", parts: [] });
      else expect(anchor(old, cut, quote)).toMatchObject({ outcome: other < at ? "moved" : "exact", parts: [passage(cut, quote)] });
      const turned = [lines[other]!, ...lines.filter((_, i) => i !== other)].join("\n");
      expect(anchor(old, turned, quote)).toMatchObject({ parts: [passage(turned, quote)] });
    });
  });

  it("the words that a mark is given always stand at its place", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("the ", "council ", "🛶", "bold", "\n", "é ", "closure. "), { minLength: 5, maxLength: 60 }), fc.array(fc.constantFrom("the ", "council ", "🛶", "bolt", "\n", "é ", "closures. "), { minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), (a, b, from, size) => {
        const [old, now] = [a.join(""), b.join("")];
        const chars = [...old];
        const start = from % chars.length;
        const end = Math.min(chars.length, start + 1 + (size % 20));
        const { outcome, parts } = reanchoring(captured(old), captured(now))([{ start, end, quote: chars.slice(start, end).join("") }]);
        expect(parts.length).toBe(outcome === "orphaned" ? 0 : 1);
        for (const part of parts) expect([...now].slice(part.start, part.end).join("")).toBe(part.quote);
        if (outcome === "exact" || outcome === "moved") expect(parts[0]?.quote).toBe(chars.slice(start, end).join(""));
      }),
      { numRuns: 300 },
    );
  });
});
