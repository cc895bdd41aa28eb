import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureFrom } from "@/lib/stance/card-parts";
import { cellsOf, type CellSums, ofSpans } from "@/lib/stance/cells";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { fromObservations } from "@/lib/stance/from-observations";
import { momentsOf } from "@/lib/stance/moments";
import type { Observation } from "@/lib/stance/sums";
import { seen } from "./observations.fixture";
import { sumsOf } from "./sums.fixture";

const sign = fc.double({ min: -1, max: 1, noNaN: true });
const observations: fc.Arbitrary<Observation[]> = fc
  .uniqueArray(fc.record({ article: fc.nat({ max: 19 }), coder: fc.constantFrom("a", "b", "c"), value: sign }), { selector: (one) => `${one.article} ${one.coder}`, maxLength: 40 })
  .map((all) => all.map(({ article, coder, value }) => seen(`a${article}`, coder, value, { workId: `w${article % 12}`, groupId: ["tern", "quay", "post"][article % 3] ?? null })));

/** The cells of what was observed, as the page has them. */
function cells(all: readonly Observation[]) {
  const sums = fromObservations(all).flatMap((group): CellSums[] => {
    const one = ofSpans(DEFAULT_STANCE, sumsOf(group.groupId, [], { works: group.works.length, articles: group.articles, sharedWorks: group.sharedWorks, own: momentsOf(group.works.map((work) => work.value)), annotatorIds: group.annotatorIds }));
    return one === null ? [] : [one];
  });
  return cellsOf(DEFAULT_STANCE, ["mayor"], sums);
}

describe("for any observations", () => {
  test("their order and the names of annotators change nothing", () => {
    fc.assert(fc.property(observations.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, other]) => {
      const renamed = other.map((one) => ({ ...one, coderId: `renamed-${one.coderId}` }));
      expect(cells(renamed)).toEqual(cells(all));
    }));
  });

  test("one more copy of every work, equal to what is there, changes no estimate and no status", () => {
    fc.assert(fc.property(observations, (all) => {
      const [before, after] = [cells(all), cells([...all, ...all.map((one) => ({ ...one, articleId: `${one.articleId}-copy` }))])];
      before.cells.forEach((cell, i) => {
        const other = after.cells[i];
        expect([other?.figure.status, other?.works, other?.annotators]).toEqual([cell.figure.status, cell.works, cell.annotators]);
        near(other?.figure.mean.value, cell.figure.mean.value);
        near(other?.figure.interval.value?.low, cell.figure.interval.value?.low);
        near(other?.figure.interval.value?.high, cell.figure.interval.value?.high);
      });
    }));
  });

  test("means and intervals stay on the scale, the mean in its interval, and nothing is NaN", () => {
    fc.assert(fc.property(observations, (all) => {
      const table = cells(all);
      for (const { figure: { mean, interval } } of table.cells) {
        if (mean.value === null || interval.value === null) continue;
        expect([interval.value.low >= -1, interval.value.low <= mean.value, mean.value <= interval.value.high, interval.value.high <= 1]).toEqual([true, true, true, true]);
      }
      JSON.stringify(table, (_, value: unknown) => {
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
        if (typeof value === "object" && value !== null && "value" in value && value.value === null) expect(value).toHaveProperty("reason");
        return value;
      });
    }));
  });

  test("swapping advocacy and critical turns every figure around", () => {
    fc.assert(fc.property(observations, (all) => {
      const turned = cells(all.map((one) => ({ ...one, value: -one.value })));
      cells(all).cells.forEach((cell, i) => {
        const { mean, interval } = cell.figure;
        near(turned.cells[i]?.figure.mean.value, mean.value === null ? null : -mean.value);
        near(turned.cells[i]?.figure.interval.value?.low, interval.value === null ? undefined : -interval.value.high);
      });
    }));
  });

  test("a figure of one group read by itself is the one of the table", () => {
    fc.assert(fc.property(observations, (all) => {
      for (const cell of cells(all).cells) expect(figureFrom("spans", all.filter((one) => one.groupId === cell.groupId)).figure).toEqual(cell.figure);
    }));
  });
});

function near(got: number | null | undefined, wanted: number | null | undefined): void {
  if (wanted === null || wanted === undefined) expect(got).toBe(wanted);
  else expect(got).toBeCloseTo(wanted, 9);
}
