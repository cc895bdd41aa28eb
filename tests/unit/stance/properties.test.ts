import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleRow } from "@/lib/stance/article";
import { stanceTable } from "@/lib/stance/outlets";
import type { StanceRow } from "@/lib/stance/rows";

const count = fc.nat({ max: 6 });
const triple = fc.record({ advocacy: count, neutral: count, critical: count });
const article = fc.record({
  work: fc.nat({ max: 8 }),
  outletId: fc.constantFrom("tern", "quay", null),
  publisherId: fc.constantFrom("tern", "quay", "post", null),
  targetId: fc.constantFrom("mayor", "union"),
  ownVoiceCodePoints: fc.nat({ max: 4000 }),
  judgedAddressed: fc.boolean(),
  annotators: fc.uniqueArray(fc.record({ annotatorId: fc.constantFrom("a", "b", "c"), own: triple, quoted: triple, embedded: triple }), {
    selector: (one) => one.annotatorId,
    maxLength: 3,
  }),
});
const rows: fc.Arbitrary<StanceRow[]> = fc.array(article, { maxLength: 25 }).map((articles) =>
  articles.map(({ work, annotators, ...facts }, i) => articleRow({ ...facts, articleId: `a${i}`, workId: `w${work}`, title: `t${i}` }, annotators)),
);
const grouping = fc.constantFrom("outlet" as const, "publisher" as const);

describe("for any rows", () => {
  test("their order changes nothing", () => {
    const shuffled = rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(fc.property(shuffled, grouping, ([all, other], by) => {
      expect(stanceTable(other, by)).toEqual(stanceTable(all, by));
    }));
  });

  test("the names of annotators change nothing", () => {
    fc.assert(fc.property(rows, grouping, (all, by) => {
      const renamed = all.map((row) => ({ ...row, annotators: row.annotators.map((id) => `renamed-${id}`) }));
      expect(stanceTable(renamed, by)).toEqual(stanceTable(all, by));
    }));
  });

  test("one more copy of every work, equal to what is there, changes no estimate and no status", () => {
    fc.assert(fc.property(rows, grouping, (all, by) => {
      const doubled = [...all, ...all.map((row) => ({ ...row, articleId: `${row.articleId}-copy` }))];
      const [before, after] = [stanceTable(all, by), stanceTable(doubled, by)];
      expect(after.cells).toHaveLength(before.cells.length);
      before.cells.forEach((cell, i) => {
        const other = after.cells[i];
        for (const measure of ["sign", "quoted", "rate"] as const) {
          expect(other?.[measure].status).toEqual(cell[measure].status);
          expect(other?.[measure].works).toBe(cell[measure].works);
          near(other?.[measure].mean.value, cell[measure].mean.value);
          near(other?.[measure].interval.value?.low, cell[measure].interval.value?.low);
          near(other?.[measure].interval.value?.high, cell[measure].interval.value?.high);
        }
        expect([other?.works, other?.annotators]).toEqual([cell.works, cell.annotators]);
      });
    }));
  });

  test("means and intervals of signs stay on the scale, and the mean in its interval", () => {
    fc.assert(fc.property(rows, grouping, (all, by) => {
      for (const cell of stanceTable(all, by).cells) {
        for (const { mean, interval } of [cell.sign, cell.quoted]) {
          if (mean.value === null || interval.value === null) continue;
          expect(interval.value.low).toBeGreaterThanOrEqual(-1);
          expect(interval.value.high).toBeLessThanOrEqual(1);
          expect(interval.value.low).toBeLessThan(interval.value.high);
          expect(mean.value).toBeGreaterThanOrEqual(interval.value.low);
          expect(mean.value).toBeLessThanOrEqual(interval.value.high);
        }
      }
    }));
  });

  test("nothing is NaN or infinite, and what is undefined has a reason", () => {
    fc.assert(fc.property(rows, grouping, (all, by) => {
      JSON.stringify(stanceTable(all, by), (_, value: unknown) => {
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
        if (typeof value === "object" && value !== null && "value" in value && value.value === null) expect(value).toHaveProperty("reason");
        return value;
      });
    }));
  });

  test("swapping advocacy and critical turns every sign around", () => {
    fc.assert(fc.property(rows, grouping, (all, by) => {
      const turned = all.map((row) => ({
        ...row,
        signMean: row.signMean === null ? null : -row.signMean,
        quotedSignMean: row.quotedSignMean === null ? null : -row.quotedSignMean,
        netPer1000: row.netPer1000 === null ? null : -row.netPer1000,
      }));
      const [before, after] = [stanceTable(all, by), stanceTable(turned, by)];
      before.cells.forEach((cell, i) => {
        for (const measure of ["sign", "quoted", "rate"] as const) {
          const [a, b] = [cell[measure].mean.value, after.cells[i]?.[measure].mean.value];
          near(b, a === null ? null : -a);
          near(after.cells[i]?.[measure].interval.value?.low, negative(cell[measure].interval.value?.high));
        }
      });
    }));
  });

  test("every article that addresses a target is in one cell or single, once", () => {
    fc.assert(fc.property(rows, grouping, (all, by) => {
      const table = stanceTable(all, by);
      const counted = [...table.cells, ...table.singles].reduce((sum, one) => sum + one.articles, 0);
      expect(counted).toBe(all.filter((row) => row.addressed).length);
    }));
  });
});

function near(got: number | null | undefined, wanted: number | null | undefined): void {
  if (wanted === null || wanted === undefined) expect(got).toBe(wanted);
  else expect(got).toBeCloseTo(wanted, 9);
}

function negative(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}
