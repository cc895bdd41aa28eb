import { describe, expect, it } from "vitest";
import type { SpeechKind } from "@/lib/articles/speech/passage";
import { characters, type HandMark, markedArticles, sameName, score, speechOf } from "./marked";

const articles = markedArticles().map((article) => ({ article, found: speechOf(article) }));

/** Without its quotation marks, as a person marked it with them. */
const inside = ({ start, end, kind }: HandMark, closed: boolean): { start: number; end: number } => (kind === "reported" ? { start, end } : { start: start + 1, end: closed ? end - 1 : end });

const measured = (kind: HandMark["kind"] & SpeechKind) =>
  score(
    articles.map(({ article: { marks, index }, found }) => ({
      found: characters(found.filter((one) => one.kind === kind).map(({ inner }) => inner)),
      wanted: characters(marks.filter((mark) => mark.kind === kind).map((mark) => inside(mark, /["'”’»“」]/.test(index.slice((mark.end - 1) as never, mark.end as never))))),
    })),
  );

describe("what is found in twenty articles that were marked by hand", () => {
  it("holds every mark on words of the text", () => {
    expect(articles).toHaveLength(20);
    expect(articles.every(({ article }) => article.marks.length > 0)).toBe(true);
  });

  it("is at least .95 right and .90 whole for characters inside direct quotation marks", () => {
    const { precision, recall, wanted } = measured("direct");
    expect(wanted).toBeGreaterThan(2_000);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  it("tells scare quotes and reported speech nearly as well", () => {
    expect(measured("scare").precision).toBeGreaterThanOrEqual(0.9);
    expect(measured("scare").recall).toBeGreaterThanOrEqual(0.85);
    expect(measured("reported").precision).toBeGreaterThanOrEqual(0.9);
    expect(measured("reported").recall).toBeGreaterThanOrEqual(0.85);
  });

  it("names the speaker of nine passages in ten", () => {
    const named = articles.flatMap(({ article, found }) =>
      article.marks.filter(({ kind }) => kind !== "scare").map((mark) => {
        const over = found.find(({ start, end }) => start < mark.end && mark.start < end);
        return sameName(mark.speaker, over?.speaker ? article.index.slice(over.speaker.start, over.speaker.end) : null);
      }),
    );
    expect(named.filter(Boolean).length / named.length).toBeGreaterThanOrEqual(0.9);
  });
});
