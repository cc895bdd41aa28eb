import { getSchema } from "@tiptap/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readerDocument, readerItems } from "@/components/annotator/reader/items";
import { type PmPos, PositionMap } from "@/components/annotator/reader/pm-pos";
import { readerNodes } from "@/components/annotator/reader/schema";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint, textRange } from "@/lib/text/units";
import { article, t } from "./articles";

const schema = getSchema(readerNodes(t));

function open({ text, blocks }: { text: string; blocks: Parameters<typeof readerItems>[0] }) {
  const index = new TextIndex(text);
  const items = readerItems(blocks);
  const doc = schema.nodeFromJSON(readerDocument(index, items, "en"));
  doc.check();
  return { index, doc, map: new PositionMap(index, items), points: [...text] };
}

describe("PositionMap", () => {
  it("knows the size of the editor's document", () => {
    fc.assert(
      fc.property(article, (given) => {
        const { doc, map } = open(given);
        expect(map.size).toBe(doc.content.size);
      }),
    );
  });

  it("points at the same words as the editor, for every range inside a block", () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.nat(), fc.nat(), (given, which, a, b) => {
        const { doc, map, points } = open(given);
        const { block } = map.placed[which % map.placed.length] ?? map.placed[0]!;
        const length = block.end - block.start;
        const [start, end] = [block.start + (a % (length + 1)), block.start + (b % (length + 1))].sort((x, y) => x - y) as [number, number];
        const [from, to] = [map.toPm(codePoint(start)), map.toPm(codePoint(end))];
        expect(from).not.toBeNull();
        expect(doc.textBetween(from ?? -1, to ?? -1)).toBe(points.slice(start, end).join(""));
      }),
    );
  });

  it("comes back to every code point of every block, its start and its end included", () => {
    fc.assert(
      fc.property(article, (given) => {
        const { map } = open(given);
        for (const { block } of map.placed) {
          for (let at: number = block.start; at <= block.end; at++) {
            const position = map.toPm(codePoint(at));
            expect(position).not.toBeNull();
            for (const bias of [-1, 1] as const) expect(map.toCodePoint(position ?? (-1 as PmPos), bias)).toBe(at);
          }
        }
      }),
    );
  });

  it("has no editor position for chrome and for the space between blocks", () => {
    fc.assert(
      fc.property(article, (given) => {
        const { map, points } = open(given);
        for (let at = 0; at <= points.length; at++) {
          expect(map.toPm(codePoint(at)) !== null).toBe(map.placed.some(({ block }) => block.start <= at && at <= block.end));
        }
      }),
    );
  });

  it("gives some place in a block for every editor position, in order", () => {
    fc.assert(
      fc.property(article, (given) => {
        const { map } = open(given);
        for (const bias of [-1, 1] as const) {
          let before = 0;
          for (let position = 0; position <= map.size; position++) {
            const at = map.toCodePoint(position as PmPos, bias);
            expect(at).toBeGreaterThanOrEqual(before);
            expect(map.placed.some(({ block }) => block.start <= at && at <= block.end)).toBe(true);
            before = at;
          }
        }
      }),
    );
  });

  it("cuts a range into pieces that hold exactly its words in blocks", () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.nat(), (given, a, b) => {
        const { doc, map, points } = open(given);
        const [start, end] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [number, number];
        const pieces = map.pieces(textRange(start, end)).map(({ from, to }) => doc.textBetween(from, to));
        const wanted = map.placed.map(({ block }) => points.slice(Math.max(start, block.start), Math.max(start, Math.min(end, block.end))).join("")).filter((words) => words !== "");
        expect(pieces).toEqual(wanted);
      }),
    );
  });
});

describe("readerDocument", () => {
  it("joins neighbouring chrome into one closed box and numbers running text only", () => {
    const text = "Title\nby X\nmenu\nmore\nOne\nHead\nTwo";
    const kinds = ["headline", "byline", "chrome", "chrome", "paragraph", "heading", "quotation"] as const;
    let at = 0;
    const blocks = text.split("\n").map((line, ordinal) => {
      const start = at;
      at += line.length + 1;
      return { ordinal, kind: kinds[ordinal] ?? "paragraph", start, end: start + line.length };
    });
    const { content } = readerDocument(new TextIndex(text), readerItems(blocks), null);
    expect(content.map((node) => [node.type, node.attrs?.number ?? null])).toEqual([["headline", null], ["byline", null], ["chrome", null], ["paragraph", 1], ["heading", null], ["quotation", 2]]);
    expect(content[2]?.attrs).toEqual({ words: "menu · more", lines: 2 });
  });
});
