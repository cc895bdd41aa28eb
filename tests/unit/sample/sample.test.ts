import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAnnotatable } from "@/lib/articles/blocks";
import { ownVoiceCodePoints } from "@/lib/articles/own-voice";
import { findSpeech } from "@/lib/articles/speech/find-speech";
import { TextIndex } from "@/lib/text/text-index";
import { figureFrom } from "@/lib/stance/card-parts";
import { meanSign, NO_COUNTS } from "@/lib/stance/counts";
import type { Observation } from "@/lib/stance/sums";
import { locate, markPlace, sampleBlocks } from "@/prisma/seed/sample/locate";
import { SAMPLE_ANNOTATORS, SAMPLE_ARTICLES, SAMPLE_NAME, SAMPLE_OUTLETS, SAMPLE_SUBMISSIONS, SAMPLE_TARGETS } from "@/prisma/seed/sample/sample";
import type { SampleMark, TargetKey } from "@/prisma/seed/sample/types";

const TEXTS = new URL("../../../prisma/seed/sample/texts/", import.meta.url);
const textOf = (key: string): string => readFileSync(new URL(`${key}.txt`, TEXTS), "utf8");
const articleOf = (key: string) => {
  const article = SAMPLE_ARTICLES.find((one) => one.key === key);
  if (article === undefined) throw new Error(`no article ${key}`);
  return article;
};
const blocksOf = (key: string) => sampleBlocks(textOf(key), articleOf(key).blocks);
const ownVoiceOf = (key: string): number => ownVoiceCodePoints(blocksOf(key), findSpeech(new TextIndex(textOf(key)), blocksOf(key), "en"));
const wordsOf = (key: string, kind: string): string[] => {
  const letters = [...textOf(key)];
  return blocksOf(key).filter((block) => block.kind === kind).map((block) => letters.slice(block.start, block.end).join(""));
};

describe("the sample says what it is", () => {
  test("its name and its people say sample", () => {
    expect(SAMPLE_NAME).toContain("invented");
    for (const { pseudonym } of SAMPLE_ANNOTATORS) expect(pseudonym).toContain("sample");
  });

  test("every address is one that leads nowhere", () => {
    for (const article of SAMPLE_ARTICLES) expect(new URL(article.url).hostname).toMatch(/\.example\.org$/);
  });
});

describe("the articles", () => {
  test("there are eight, each with its text, and no text is left over", () => {
    expect(SAMPLE_ARTICLES.map((article) => `${article.key}.txt`).sort()).toEqual(readdirSync(TEXTS).sort());
  });

  test.each(SAMPLE_ARTICLES)("$key is short and plain UTF-8 text", ({ key }) => {
    const text = textOf(key);
    const words = text.trim().split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(250);
    expect(words).toBeLessThanOrEqual(500);
    expect(text).not.toMatch(/[\r\0\uFEFF\uFFFD"']/);
  });

  test.each(SAMPLE_ARTICLES)("$key has one headline, and it is the title", ({ key, title }) => {
    expect(wordsOf(key, "headline")).toEqual([title]);
  });

  test("outlets and targets exist, and parents are targets", () => {
    const outlets = new Set(SAMPLE_OUTLETS.map((outlet) => outlet.key));
    for (const article of SAMPLE_ARTICLES) {
      expect(outlets).toContain(article.publisher);
      if (article.outlet !== null) expect(outlets).toContain(article.outlet);
    }
    for (const target of SAMPLE_TARGETS) if (target.parent !== null) expect(SAMPLE_TARGETS.map((one) => one.key)).toContain(target.parent);
  });

  test("the re-published copy has the agency's words under another headline", () => {
    const body = (key: string) => wordsOf(key, "paragraph");
    expect(body("quay-standard")).toEqual(body("coastwire"));
    expect(wordsOf("quay-standard", "headline")).not.toEqual(wordsOf("coastwire", "headline"));
    expect(articleOf("quay-standard")).toMatchObject({ outlet: "coastwire", publisher: "quay", work: articleOf("coastwire").work });
  });

  test("what real pages hold is there: chrome, a caption, an embed, a heading, diacritics, an emoji", () => {
    const all = SAMPLE_ARTICLES.map((article) => article.key);
    for (const kind of ["chrome", "caption", "embed", "heading", "byline"]) expect(all.some((key) => wordsOf(key, kind).length > 0)).toBe(true);
    expect(wordsOf("saltmarsh-weekly", "embed")[0]).toMatch(/\p{Extended_Pictographic}/u);
    expect(textOf("marrowby-courier")).toContain("Jördis Šťastná");
    expect(SAMPLE_ARTICLES.some((article) => article.genre === "opinion")).toBe(true);
    expect(SAMPLE_ARTICLES.some((article) => article.outlet === null)).toBe(true);
  });
});

const marks = SAMPLE_SUBMISSIONS.flatMap((submission) => submission.marks.map((mark) => ({ ...submission, mark })));

describe("the marks", () => {
  test.each(SAMPLE_SUBMISSIONS)("$annotator on $article: every quote stands at its occurrence, where marks may stand", ({ article, marks: own }) => {
    const [text, blocks] = [textOf(article), blocksOf(article)];
    for (const mark of own) {
      const { start, end } = markPlace(text, blocks, mark);
      expect([...text].slice(start, end).join("")).toBe(mark.quote);
      expect(blocks.filter((block) => block.start < end && start < block.end)).toHaveLength(1);
    }
  });

  test("a quote that is not there, or not that often, is refused", () => {
    expect(() => locate("a bridge", "ferry")).toThrow(RangeError);
    expect(() => locate("a bridge, a bridge", "bridge", 3)).toThrow(RangeError);
    expect(locate("⛴️ a bridge, a bridge", "bridge", 2)).toEqual({ start: 15, end: 21 });
  });

  test("voice fits the block: an embed is embedded, and nothing else is", () => {
    for (const { article, mark } of marks) {
      const { start } = locate(textOf(article), mark.quote, mark.occurrence);
      const kind = blocksOf(article).find((block) => block.start <= start && start < block.end)?.kind;
      expect(mark.voice === "embedded").toBe(kind === "embed");
      expect(mark.attribution !== null).toBe(mark.voice === "quoted");
    }
  });

  test("direct quotations stand in quotation marks, and own words do not", () => {
    for (const { article, mark } of marks) {
      const [before] = textOf(article).split(mark.quote);
      const inside = (before ?? "").lastIndexOf("“") > (before ?? "").lastIndexOf("”") || mark.quote.startsWith("“");
      expect([mark.quote, inside]).toEqual([mark.quote, mark.attribution === "direct"]);
    }
  });

  test("each annotator has marked five articles or more, with 8 to 15 marks each", () => {
    for (const { key } of SAMPLE_ANNOTATORS) {
      const sizes = SAMPLE_SUBMISSIONS.filter((submission) => submission.annotator === key).map((submission) => submission.marks.length);
      expect(sizes.filter((size) => size >= 8 && size <= 15).length).toBeGreaterThanOrEqual(5);
    }
  });

  test("nobody submits an article twice, or marks the same words twice for one target", () => {
    const keys = SAMPLE_SUBMISSIONS.map((submission) => `${submission.annotator} ${submission.article}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { marks: own } of SAMPLE_SUBMISSIONS) {
      const same = own.map((mark) => `${mark.quote} ${mark.occurrence} ${mark.target}`);
      expect(new Set(same).size).toBe(same.length);
    }
  });

  test("every focus target is judged in every submission, and no other is", () => {
    const focus = SAMPLE_TARGETS.filter((target) => target.focus).map((target) => target.key).sort();
    for (const { judgements } of SAMPLE_SUBMISSIONS) expect(Object.keys(judgements).sort()).toEqual(focus);
  });

  test("there is something to disagree about, to overlap and to find empty", () => {
    expect(SAMPLE_SUBMISSIONS.some((submission) => submission.marks.length === 0)).toBe(true);
    const [framing, target] = [pairs((a, b) => a.target === b.target && a.framing !== b.framing), pairs((a, b) => a.target !== b.target)];
    expect(framing).toBeGreaterThanOrEqual(3);
    expect(target).toBeGreaterThanOrEqual(5);
    const nested = SAMPLE_SUBMISSIONS.filter(({ marks: own }) => own.some((a) => own.some((b) => a !== b && a.quote.includes(b.quote))));
    expect(nested.length).toBeGreaterThanOrEqual(1);
  });

  test("every framing, voice, attribution, directness and device is used, and some marks carry a note", () => {
    const used = (key: keyof SampleMark) => [...new Set(marks.map(({ mark }) => mark[key]))].map(String).sort();
    expect(used("framing")).toEqual(["advocacy", "critical", "neutral"]);
    expect(used("voice")).toEqual(["embedded", "own", "quoted"]);
    expect(used("attribution")).toEqual(["direct", "null", "reported"]);
    expect(used("directness")).toEqual(["direct", "indirect"]);
    expect(used("device")).toEqual(["facts", "words"]);
    expect(marks.filter(({ mark }) => mark.note !== "").length).toBeGreaterThanOrEqual(10);
  });
});

/** How many pairs of overlapping marks of two annotators fulfil a condition. */
function pairs(condition: (a: SampleMark, b: SampleMark) => boolean): number {
  let n = 0;
  for (const a of marks) {
    for (const b of marks) {
      if (a.article !== b.article || a.annotator >= b.annotator || !condition(a.mark, b.mark)) continue;
      const [x, y] = [locate(textOf(a.article), a.mark.quote, a.mark.occurrence), locate(textOf(b.article), b.mark.quote, b.mark.occurrence)];
      if (x.start < y.end && y.start < x.end) n += 1;
    }
  }
  return n;
}

describe("what the stance page will show of it", () => {
  const observations = SAMPLE_ARTICLES.flatMap((article) =>
    SAMPLE_TARGETS.filter((target) => target.focus).flatMap((target): Observation[] => {
      const readers = SAMPLE_SUBMISSIONS.filter((submission) => submission.article === article.key);
      const own = readers.map((reader) => ({ coderId: reader.annotator, counts: countsOf(reader.marks, target.key) }));
      if (!readers.some((reader) => reader.judgements[target.key] !== "not_addressed") && own.every(({ counts }) => meanSign(counts) === null)) return [];
      return own.map(({ coderId, counts }) => ({ groupId: article.outlet, targetId: target.key, workId: article.work, articleId: article.key, coderId, value: meanSign(counts) ?? 0, spans: 0 }));
    }),
  );
  const on = (groupId: string | null, targetId: string) => observations.filter((one) => one.groupId === groupId && one.targetId === targetId);
  const figure = (groupId: string, targetId: string) => figureFrom("spans", on(groupId, targetId));
  const cells = [...new Set(observations.flatMap((one) => (one.groupId === null ? [] : [`${one.groupId} ${one.targetId}`])))].map((key) => figure(key.split(" ")[0]!, key.split(" ")[1]!).figure);

  test("annotators share works, copies are one, and no outlet has enough to be compared", () => {
    expect(figure("coastwire", "mayor")).toMatchObject({ articles: 2, works: 1 });
    expect(figure("ledger", "northlode")).toMatchObject({ articles: 2, works: 2 });
    expect(new Set(on("ledger", "northlode").map((one) => one.coderId)).size).toBe(3);
    for (const cell of cells) expect(cell.status.level).toBe("not_enough");
    expect(cells.some((cell) => cell.sharedWorks > 0)).toBe(true);
    expect(new Set(observations.filter((one) => one.groupId === null).map((one) => one.workId))).toEqual(new Set(["weekend-report"]));
  });

  test("the framing differs between outlets, and between the news and the column of one", () => {
    const points = (outletId: string, targetId: string) => figure(outletId, targetId).points.map((point) => point.value);
    expect(points("tern", "mayor")).toEqual([-1]);
    expect(points("courier", "mayor")[0]).toBeGreaterThan(-0.5);
    const [column, news] = points("ledger", "northlode");
    expect(column).toBeLessThan(-0.5);
    expect(news).toBeGreaterThan(0.5);
  });

  test("own voice has a length everywhere, shorter than the text", () => {
    for (const { key } of SAMPLE_ARTICLES) {
      const length = ownVoiceOf(key);
      expect(length).toBeGreaterThan(500);
      expect(length).toBeLessThan([...textOf(key)].length);
      expect(blocksOf(key).filter((block) => isAnnotatable(block.kind)).length).toBeGreaterThan(5);
    }
  });
});

/** Direct marks in own voice. */
function countsOf(all: readonly SampleMark[], target: TargetKey) {
  const sum = { ...NO_COUNTS };
  for (const mark of all) if (mark.target === target && mark.directness === "direct" && mark.voice === "own") sum[mark.framing] += 1;
  return sum;
}
