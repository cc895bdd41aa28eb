import { describe, expect, it } from "vitest";
import { paragraphsOf } from "@/components/annotator/cards/paragraphs";
import { findIn, marksOver } from "@/components/annotator/find/found";
import { readerItems } from "@/components/annotator/reader/items";
import { AnnotatorSession } from "@/components/annotator/state/session";
import type { BlockData } from "@/components/annotator/types";
import { splitBlocks } from "@/lib/articles/blocks";
import { TextIndex } from "@/lib/text/text-index";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { annotateDocument, span, t } from "./articles";

const TEXT = "The Council dithers 🌉\nBy the council\nThe council’s plan: the COUNCIL waits.\nRead on: the council\nCouncillors and the town council.";
const BLOCKS: BlockData[] = splitBlocks(TEXT).map((block, i) => ({ ...block, kind: (["headline", "byline", "paragraph", "chrome", "paragraph"] as const)[i] ?? "paragraph" }));
const index = new TextIndex(TEXT);
const readable = readerItems(BLOCKS).flatMap((item) => (item.kind === "block" ? [item.block] : []));
const find = (phrase: string, named: number[] = [], only: number | null = null) => findIn(index, readable, named, phrase, only);

describe("finding a phrase", () => {
  it("finds whole words under the folding of names, in what can be marked, counted in code points", () => {
    const found = find("the council");
    expect(found.map(({ quote, block }) => [quote, block])).toEqual([["The Council", 0], ["The council", 2], ["the COUNCIL", 2]]);
    expect(found.map(({ start, end }) => [...TEXT].slice(start, end).join(""))).toEqual(["The Council", "The council", "the COUNCIL"]);
    expect(find("town   council")).toMatchObject([{ quote: "town council", before: "Councillors and the ", after: "." }]);
  });

  it("keeps to a block, and to the blocks that are coded here", () => {
    expect(find("the council", [], 2)).toHaveLength(2);
    expect(find("council", [4]).map(({ block }) => block)).toEqual([4]);
    expect([find("  "), find("nowhere")]).toEqual([[], []]);
  });

  it("knows the marks over just these words", () => {
    const [first] = find("the council");
    expect(marksOver(first!, [span("same", first!.start, first!.end), span("longer", first!.start, first!.end + 3)]).map(({ id }) => id)).toEqual(["same"]);
  });
});

describe("the list by paragraph", () => {
  it("names blocks as beside the text, and gives each the spans that begin in it", () => {
    const spans = [span("a", 0, 3), span("b", 38, 45), span("c", 100, 105)];
    const list = paragraphsOf({ ...annotateDocument(), article: { ...annotateDocument().article, text: TEXT }, blocks: BLOCKS }, spans, translator("en", english, "cards"));
    expect(list.map(({ name, spans: own, before }) => [name, own.map(({ id }) => id), before])).toEqual([["Headline", ["a"], 0], ["Paragraph 1", ["b"], 1], ["Paragraph 2", ["c"], 2]]);
  });
});

describe("marking what was found", () => {
  const places = [6, 11, 17].map((start) => ({ parts: [{ start, end: start + 4, quote: "xxxx" }], words: 1, voice: "direct" as const, speaker: null }));
  const open = () => {
    let ids = 0;
    return new AnnotatorSession("p1", annotateDocument(), { t, newId: () => `id${++ids}`, now: () => new Date(0), send: async () => ({ kind: "done", body: { version: 1 } }) });
  };

  it("makes a span of each place, which are undone and redone in one step", () => {
    const session = open();
    session.select(places[0]!);
    session.changeDraft({ framing: "neutral", targetId: "t1" });
    session.mark();
    session.markAll(places, { framing: "critical", targetId: "t2", voice: null });
    expect([...session.state.model.spans.values()].map(({ framing, targetId, voice, attribution }) => [framing, targetId, voice, attribution]).slice(1)).toEqual(Array(3).fill(["critical", "t2", "quoted", "direct"]));
    expect(session.state.spoken).toBe("3 places marked: Critical, Mayor");
    session.undo();
    expect(session.state.model.spans.size).toBe(1);
    session.redo();
    expect(session.state.model.spans.size).toBe(4);
    session.undo();
    session.undo();
    expect(session.state.model.spans.size).toBe(0);
    session.redo();
    expect(session.state.model.spans.size).toBe(1);
  });

  it("gives every place the voice that was chosen for all", () => {
    const session = open();
    session.markAll(places, { framing: "critical", targetId: "t2", voice: "own" });
    expect([...session.state.model.spans.values()].every(({ voice, attribution }) => voice === "own" && attribution === null)).toBe(true);
  });
});
