import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignPassages } from "@/lib/compare/align/align";
import type { ComparedArticle, PassageVerdict } from "@/lib/compare/passage";

const WORDS = ["council", "closed", "bridge", "Tolk", "Varnholt", "nurses", "flood", "three", "12", "2024", "March", "the", "of", "said", "ferry", "letter", "“we", "knew”", "water", "mayor"];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((all) => all.join(" "));
const article = (id: string): fc.Arbitrary<ComparedArticle> =>
  fc.array(words, { maxLength: 9 }).map((texts) => {
    let at = 0;
    const sentences = texts.map((text, index) => {
      const start = at;
      at += text.length + 1;
      return { index, start, end: start + text.length, text, kind: index === 0 ? ("headline" as const) : ("paragraph" as const) };
    });
    return { id, language: "en", publishedOn: null, sentences };
  });
const articles = fc.integer({ min: 2, max: 5 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => article(`a${i}`))));
const place = fc.nat({ max: 60 });
const verdict = fc
  .record({ a: fc.nat({ max: 4 }), b: fc.nat({ max: 4 }), start: place, otherStart: place, verdict: fc.constantFrom("same" as const, "different" as const) })
  .map(({ a, b, start, otherStart, verdict: said }): PassageVerdict => ({ articleId: `a${a}`, start, end: start + 5, otherId: `a${b}`, otherStart, otherEnd: otherStart + 5, verdict: said }));
const verdicts = fc.array(verdict, { maxLength: 5 });
const order = fc.constantFrom("free" as const, "monotone" as const);

describe("for any articles and verdicts", () => {
  test("the order of the articles changes the order of the cells and nothing else", () => {
    const shuffled = articles.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, verdicts, order, ([all, others], said, by) => {
        const rows = alignPassages(all, said, { order: by });
        const column = new Map(all.map(({ id }, i) => [id, i]));
        const sorted = alignPassages(others, said, { order: by }).map((row) => ({ ...row, cells: [...row.cells].sort((a, b) => (column.get(a.articleId) ?? 0) - (column.get(b.articleId) ?? 0)) }));
        expect(sorted).toEqual(rows);
      }),
    );
  });

  test("every sentence stands in a row, likeness is from 0 to 1 exactly where there are two cells, and keys differ", () => {
    fc.assert(
      fc.property(articles, verdicts, order, (all, said, by) => {
        const rows = alignPassages(all, said, { order: by });
        const places = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ articleId, sentences }) => sentences.map((index) => `${articleId} ${index}`))));
        expect(places.size).toBe(all.reduce((sum, { sentences }) => sum + sentences.length, 0));
        for (const { cells, likeness } of rows) {
          expect(likeness === null).toBe(cells.length < 2);
          if (likeness !== null) expect(likeness >= 0 && likeness <= 1).toBe(true);
        }
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
    );
  });

  test("the last verdict on two sentences is in the rows, whatever else was said", () => {
    fc.assert(
      fc.property(articles, verdicts, order, (all, said, by) => {
        const last = said.at(-1);
        const [one, other] = [all.find(({ id }) => id === last?.articleId), all.find(({ id }) => id === last?.otherId)];
        if (!last || !one || !other || one === other) return;
        const touched = (sentences: ComparedArticle["sentences"], start: number, end: number) => sentences.filter((sentence) => sentence.start < end && start < sentence.end && sentence.kind !== "headline");
        const rows = alignPassages(all, said, { order: by });
        for (const a of touched(one.sentences, last.start, last.end)) {
          for (const b of touched(other.sentences, last.otherStart, last.otherEnd)) {
            const both = rows.some(({ cells }) => [[one.id, a.index], [other.id, b.index]].every(([id, index]) => cells.some((cell) => cell.articleId === id && cell.sentences.includes(index as number))));
            expect(both).toBe(last.verdict === "same");
          }
        }
      }),
    );
  });

  test("in the order of the texts, without verdicts, no article is read backwards", () => {
    fc.assert(
      fc.property(articles, (all) => {
        const at = new Map<string, number>();
        for (const { cells } of alignPassages(all, [], { order: "monotone" })) {
          for (const { articleId, sentences } of cells) {
            expect(sentences[0]).toBeGreaterThan(at.get(articleId) ?? -1);
            at.set(articleId, sentences.at(-1) ?? 0);
          }
        }
      }),
    );
  });
});
