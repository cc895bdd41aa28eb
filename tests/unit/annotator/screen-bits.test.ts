import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutCards } from "@/components/annotator/cards/card-layout";
import { placePopover, scrollNeeded } from "@/components/annotator/marking/place";
import { SpeechTable } from "@/components/annotator/marking/speech-table";
import { speechOf } from "@/lib/articles/reading";
import { splitBlocks } from "@/lib/articles/blocks";
import { nextVoice, voiceChoice, voiceFields, VOICE_CHOICES } from "@/components/annotator/marking/voice";
import { neighbour, pickSpan } from "@/components/annotator/reader/pick";
import { inTextOrder } from "@/components/annotator/state/model";
import { textRange } from "@/lib/text/units";
import { span } from "./articles";

describe("layoutCards", () => {
  const wishes = fc.array(fc.record({ y: fc.nat(500), height: fc.integer({ min: 20, max: 200 }) }), { minLength: 1, maxLength: 20 }).map((list) => list.sort((a, b) => a.y - b.y).map((wish, i) => ({ id: `c${i}`, ...wish })));

  it("never lets two cards overlap, keeps their order, and puts none above the start", () => {
    fc.assert(
      fc.property(wishes, fc.nat(), (list, which) => {
        const tops = layoutCards(list, list[which % list.length]?.id ?? null);
        let before = -8;
        for (const { id, height } of list) {
          const top = tops.get(id) ?? -1;
          expect(top).toBeGreaterThanOrEqual(before + 8);
          before = top + height;
        }
      }),
    );
  });

  it("leaves the open card at its line when there is room above it", () => {
    const list = [{ id: "a", y: 300, height: 56 }, { id: "b", y: 310, height: 56 }, { id: "open", y: 320, height: 200 }, { id: "d", y: 330, height: 56 }];
    expect(Object.fromEntries(layoutCards(list, "open"))).toEqual({ a: 192, b: 256, open: 320, d: 528 });
  });

  it("leaves cards alone that do not meet", () => {
    const list = [0, 1000, 2000, 3000].map((y) => ({ id: `c${y}`, y, height: 56 }));
    expect([...layoutCards(list, null).values()]).toEqual([0, 1000, 2000, 3000]);
  });
});

describe("placePopover", () => {
  it("stands below the words, inside the sheet", () => {
    const line = { firstTop: 100, lastTop: 100, lastBottom: 130, rtl: false };
    expect(placePopover({ firstLeft: 40, ...line }, 620, 468)).toEqual({ left: 40, top: 140 });
    expect(placePopover({ firstLeft: 400, ...line }, 620, 468)).toEqual({ left: 152, top: 140 });
    expect(placePopover({ firstLeft: 40, firstTop: 70, lastTop: 100, lastBottom: 130, rtl: false }, 300, 468)).toEqual({ left: 0, top: 140 });
    expect(placePopover({ firstLeft: 600, ...line, rtl: true }, 620, 468)).toEqual({ left: 132, top: 140 });
    expect(placePopover({ firstLeft: 200, ...line, rtl: true }, 620, 468)).toEqual({ left: 0, top: 140 });
    expect(placePopover({ firstLeft: 600, firstTop: 70, lastTop: 100, lastBottom: 130, rtl: true }, 620, 468)).toEqual({ left: 152, top: 140 });
  });

  it("scrolls the pane only as far as needed, and never the words out of it", () => {
    expect(scrollNeeded(100, 300, 600)).toBe(0);
    expect(scrollNeeded(500, 700, 600)).toBe(112);
    expect(scrollNeeded(50, 900, 600)).toBe(38);
  });
});

describe("voice", () => {
  it("goes round the four choices, each of which is one pair of fields", () => {
    expect(VOICE_CHOICES.map(nextVoice)).toEqual(["direct", "reported", "embedded", "own"]);
    for (const value of VOICE_CHOICES) expect(voiceChoice(voiceFields(value))).toBe(value);
    expect(voiceChoice({ voice: null, attribution: null })).toBeNull();
  });

  it("is proposed by the place of the words", () => {
    const text = "Title\nAnna Berg said “we will not” again, and that the “new” pool is shut.\nAs shown\n█████ says: “We know.”";
    const blocks = splitBlocks(text).map((block) => (block.ordinal === 2 ? { ...block, kind: "embed" as const } : block));
    const table = new SpeechTable(text, speechOf(text, blocks, "en"));
    const place = (words: string) => table.at(textRange(text.indexOf(words), text.indexOf(words) + words.length));
    expect(place("we will not")).toEqual({ voice: "direct", speaker: "Anna Berg" });
    expect(place("said “we will")).toEqual({ voice: "own", speaker: null });
    expect(place("shown")).toEqual({ voice: "embedded", speaker: null });
    expect(place("We know")).toEqual({ voice: "direct", speaker: null });
    expect(table.names).toEqual(["Anna Berg"]);
  });
});

describe("reaching spans", () => {
  const [large, small, other] = [span("large", 0, 30), span("small", 5, 10), span("other", 40, 50)];

  it("opens the smallest first and the next larger at each further click, round and round", () => {
    expect(pickSpan([large, small], null)).toBe("small");
    expect(pickSpan([large, small], "small")).toBe("large");
    expect(pickSpan([large, small], "large")).toBe("small");
    expect(pickSpan([large, small], "other")).toBe("small");
    expect(pickSpan([], "large")).toBeNull();
  });

  it("goes to the next and the previous from the open span, or from the caret", () => {
    const order = inTextOrder([other, small, large]);
    expect(order.map(({ id }) => id)).toEqual(["large", "small", "other"]);
    expect(neighbour(order, "small", 0, 1)?.id).toBe("other");
    expect(neighbour(order, "large", 0, -1)?.id).toBe("other");
    expect(neighbour(order, null, 6, 1)?.id).toBe("other");
    expect(neighbour(order, null, 6, -1)?.id).toBe("small");
    expect(neighbour(order, null, 60, 1)?.id).toBe("large");
    expect(neighbour([], null, 0, 1)).toBeNull();
  });
});
