import { describe, expect, it } from "vitest";
import { readSettledStudy } from "@/lib/exchange/settled-study";
import type { BasilFile, BasilPhrase } from "@/scripts/basil/folder";
import { basilStudy } from "@/scripts/basil/study";

// Invented articles in BASIL's form.
const BODY = [["The 🦭 town shut the pier.", " “A disgrace,” said Ada Holm. "], ["", "It will be missed."]];
const phrase = (change: Partial<BasilPhrase>): BasilPhrase => ({
  id: "p0", start: 11, end: 24, txt: "shut the pier", target: "The_town", polarity: "neg", quote: "no", speaker: "", bias: "lex", aim: "dir", notes: "", "indirect-target-name": "", "indirect-ally-opponent-sentiment": "", ...change,
});
const file = (name: string, phrases: BasilPhrase[] | null, change: Partial<BasilFile["article"]> = {}): BasilFile => ({
  name, article: { source: "nyt", title: "Pier shut", date: "2014-05-09", url: "https://tern.example/a", "main-event": "", "triplet-uuid": "t1", "body-paragraphs": BODY, ...change },
  annotations: phrases && { "article-level-annotations": { notes: "" }, "phrase-level-annotations": phrases },
});
const read = (files: BasilFile[]) => {
  const study = basilStudy(files);
  const settled = readSettledStudy(study.jsonl);
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return { ...study, articles: settled.value.articles };
};

describe("BASIL as a settled study", () => {
  it("finds phrases in their sentences and says what BASIL says of them", () => {
    const { articles, focus } = read([
      file("t1_1", [phrase({}), phrase({ id: "p1", start: 1, end: 14, txt: "“A disgrace,”", quote: "yes", speaker: "Ada_Holm", bias: "inf" }), phrase({ id: "p3", start: 0, end: 18, txt: "It will be missed.", target: "Pier", polarity: "pos", quote: "yes", speaker: "other_pro", aim: "ind_anti", "indirect-target-name": "Gulls", "indirect-ally-opponent-sentiment": "neu", notes: "Odd." }), phrase({ id: "title", start: 0, end: 4, txt: "Pier", target: "the_Town" })], { "main-event": "Pier closed" }),
      file("t1_2", [], { source: "FOX", date: "2014-05-08", title: "" }),
    ]);
    expect(articles[0]).toMatchObject({ key: "t1_1", outlet: "The New York Times", language: "en", publishedOn: "2014-05-09", event: "2014-05-08 Pier closed", text: "Pier shut\n\nThe 🦭 town shut the pier.  “A disgrace,” said Ada Holm. \n\n It will be missed." });
    expect(articles[0]?.spans).toEqual([
      { parts: [{ start: 22, end: 35, quote: "shut the pier" }], target: "The town", framing: "critical", voice: "own", speaker: null, directness: "direct", device: "words", note: "" },
      { parts: [{ start: 38, end: 51, quote: "“A disgrace,”" }], target: "The town", framing: "critical", voice: "quoted", speaker: "Ada Holm", directness: "direct", device: "facts", note: "" },
      { parts: [expect.objectContaining({ quote: "It will be missed." })], target: "Pier", framing: "advocacy", voice: "quoted", speaker: null, directness: "indirect", device: "words", note: "Indirect: ind_anti, Gulls, neu\nSpeaker: other_pro\nBASIL: Odd." },
      { parts: [{ start: 0, end: 4, quote: "Pier" }], target: "the Town", framing: "critical", voice: "own", speaker: null, directness: "direct", device: "words", note: "" },
    ]);
    expect(articles[1]).toMatchObject({ outlet: "Fox News", title: null, event: "2014-05-08 Pier closed" });
    expect(focus).toEqual(["The town", "Pier"]);
  });

  it("lists what has no place, with where and what, and drops nothing else", () => {
    const { articles, left, spans } = read([
      file("t1_1", [phrase({ polarity: "" }), phrase({ target: "Not one of the above targets" }), phrase({ target: "" }), phrase({ start: 10 }), phrase({ id: "p9" }), phrase({ quote: "maybe" }), phrase({ bias: "" }), phrase({ aim: "around" }), phrase({})]),
      file("t1_2", null), file("t1_3", [], { source: "bbc" }), file("t1_4", [], { date: "May", url: "-" }),
    ]);
    expect([articles.map(({ key }) => key), spans]).toEqual([["t1_1", "t1_4"], 1]);
    expect(left.map(({ kind, place, what }) => `${place}: ${kind}, “${what}”`)).toEqual([
      "t1_1 phrase 0 (p0): phrases without a polarity, “”", "t1_1 phrase 1 (p0): phrases without a target of their own, “Not one of the above targets”", "t1_1 phrase 2 (p0): phrases without a target of their own, “”",
      "t1_1 phrase 3 (p0): phrases with other words than stand at their place, “shut the pier”", "t1_1 phrase 4 (p9): phrases of a sentence that is not there, “p9”", "t1_1 phrase 5 (p0): phrases that do not say whether they are quoted, “maybe”",
      "t1_1 phrase 6 (p0): phrases that are neither lexical nor informational, “”", "t1_1 phrase 7 (p0): phrases without an aim, “around”", "t1_2: articles without annotations, “”", "t1_3: articles of an unknown source, “bbc”",
      "t1_4: days that are none, “May”", "t1_4: addresses that are none, “-”",
    ]);
  });

  it("tells events apart that are called the same on one day", () => {
    const { articles } = read([file("a_1", [], { "triplet-uuid": "aaaaaaaa-1" }), file("b_1", [], { "triplet-uuid": "bbbbbbbb-1" })]);
    expect(articles.map(({ event }) => event)).toEqual(["2014-05-09 Pier shut", "2014-05-09 Pier shut (bbbbbbbb)"]);
  });
});
