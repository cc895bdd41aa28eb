import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReaderItem } from "@/components/annotator/reader/items";
import { inPieces } from "@/components/annotator/reader/pieces";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint, textRange } from "@/lib/text/units";

const paragraph = (text: string): ReaderItem[] => [{ kind: "block", block: { ordinal: 4, kind: "paragraph", ...textRange(0, [...text].length) } }];
const piecesOf = (text: string) => inPieces(paragraph(text), new TextIndex(text)).flatMap((item) => (item.kind === "block" ? [item.block] : []));

describe("inPieces", () => {
  it("leaves blocks of a usual length whole, and chrome alone", () => {
    const items: ReaderItem[] = [...paragraph("Short."), { kind: "chrome", ranges: [textRange(7, 9)] }];
    expect(inPieces(items, new TextIndex("Short.\nX."))).toEqual(items);
  });

  it("cuts a very long block after sentences, and every piece but the first follows", () => {
    const text = "The council met. ".repeat(600);
    const pieces = piecesOf(text);
    const index = new TextIndex(text);
    expect(pieces.length).toBeGreaterThan(4);
    expect(pieces.map(({ follows = false }) => follows)).toEqual(pieces.map((_, i) => i > 0));
    for (const { start } of pieces.slice(1)) expect(index.slice(codePoint(start - 2), start)).toBe(". ");
  });

  it("cuts at spaces where there are no sentences, and nowhere without spaces", () => {
    expect(piecesOf("word ".repeat(2000)).length).toBeGreaterThan(3);
    expect(piecesOf("x".repeat(9000))).toHaveLength(1);
  });

  it("loses and doubles nothing, whatever the text", () => {
    const bits = fc.array(fc.constantFrom("word ", "Ünïcode. ", "🌉 ", "longer words go here! ", "ab", "”. "), { minLength: 300, maxLength: 900 });
    fc.assert(
      fc.property(bits, (list) => {
        const text = list.join("").repeat(4);
        let at = 0;
        for (const { start, end, ordinal } of piecesOf(text)) {
          expect([start, ordinal]).toEqual([at, 4]);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe([...text].length);
      }),
      { numRuns: 30 },
    );
  });
});
