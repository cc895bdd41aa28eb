import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brennanPrediger, brennanPredigerPiece } from "@/lib/agreement/coding/brennan-prediger";
import { cohenKappa } from "@/lib/agreement/coding/cohen-kappa";
import { type CodingTable, perDocument, summedOver } from "@/lib/agreement/coding/coding-table";
import { congerKappa, congerPiece } from "@/lib/agreement/coding/conger-kappa";
import { contingencyPiece } from "@/lib/agreement/coding/contingency";
import { fleissKappa, fleissPiece } from "@/lib/agreement/coding/fleiss-kappa";
import { gwetAc, gwetPiece } from "@/lib/agreement/coding/gwet-ac";
import { alphaOf, coincidencePiece, coincidences, krippendorffAlpha, nominalAgreed } from "@/lib/agreement/coding/krippendorff-alpha";
import { percentItems, percentPairs, percentPiece } from "@/lib/agreement/coding/percent-agreement";
import { scottPi } from "@/lib/agreement/coding/scott-pi";
import type { Figure } from "@/lib/agreement/report";
import { total } from "@/lib/agreement/resample/pieces";
import { orderArb, rowsArb, tableOf } from "./coding.fixture";

const Q = 4;
const LEVELS = ["nominal", "ordinal", "interval", "ratio"] as const;

const several: Record<string, (table: CodingTable) => Figure> = {
  percentItems: (table) => percentItems(summedOver(table.items, percentPiece(table))),
  percentPairs: (table) => percentPairs(summedOver(table.items, percentPiece(table))),
  brennanPrediger: (table) => brennanPrediger(summedOver(table.items, brennanPredigerPiece(table))),
  fleissKappa: (table) => fleissKappa(summedOver(table.items, fleissPiece(table)), table.coders),
  congerKappa: (table) => congerKappa(summedOver(table.items, congerPiece(table)), table.coders),
  gwetAc1: (table) => gwetAc(summedOver(table.items, gwetPiece(table))),
  alpha: (table) => krippendorffAlpha(table, "nominal"),
  cohenOfTheFirstTwo: (table) => cohenKappa(summedOver(table.items, contingencyPiece(table, 0, 1))),
  scottOfTheFirstTwo: (table) => scottPi(summedOver(table.items, contingencyPiece(table, 0, 1))),
};
const ordered: Record<string, (table: CodingTable) => Figure> = {
  ...Object.fromEntries(LEVELS.map((level) => [level, (table: CodingTable) => krippendorffAlpha(table, level)])),
  ac2: (table) => gwetAc(summedOver(table.items, gwetPiece(table, "quadratic")), "quadratic"),
  kappaLinear: (table) => cohenKappa(summedOver(table.items, contingencyPiece(table, 0, 1)), "linear"),
};

const same = (a: Figure, b: Figure) => {
  if (a.value === null || b.value === null) expect(a).toEqual(b);
  else expect(a.value).toBeCloseTo(b.value, 9);
};

/** α from all ordered pairs of different coders of an item, and all pairs of paired values. */
function alphaOfAllPairs(rows: readonly (readonly number[])[], delta: (c: number, k: number) => number): number | null {
  const paired = rows.map((row) => row.filter((code) => code >= 0)).filter((codes) => codes.length > 1);
  const all = paired.flat();
  let seen = 0;
  for (const codes of paired) codes.forEach((c, i) => codes.forEach((k, j) => (seen += i === j ? 0 : delta(c, k) / (codes.length - 1))));
  let chance = 0;
  all.forEach((c, i) => all.forEach((k, j) => (chance += i === j ? 0 : delta(c, k))));
  return chance === 0 ? null : 1 - seen / all.length / (chance / (all.length * (all.length - 1)));
}

describe("coefficients of coded items", () => {
  it.each(Object.entries({ ...several, ...ordered }))("%s does not depend on the order of items", (_, of) => {
    fc.assert(fc.property(rowsArb(Q, true).chain((rows) => fc.tuple(fc.constant(rows), orderArb(rows.length))), ([rows, order]) => {
      same(of(tableOf(order.map((i) => rows[i] ?? []), Q)), of(tableOf(rows, Q)));
    }));
  });

  it.each(Object.entries({ ...several, ...ordered }).filter(([name]) => !/Two|kappa[A-Z]/.test(name)))("%s does not depend on the order of coders", (_, of) => {
    fc.assert(fc.property(rowsArb(Q, true).chain((rows) => fc.tuple(fc.constant(rows), orderArb(rows[0]?.length ?? 0))), ([rows, order]) => {
      same(of(tableOf(rows.map((row) => order.map((i) => row[i] ?? -1)), Q)), of(tableOf(rows, Q)));
    }));
  });

  it("of two coders do not depend on who comes first", () => {
    fc.assert(fc.property(rowsArb(Q, true), (rows) => {
      const swapped = rows.map((row) => [row[1] ?? -1, row[0] ?? -1, ...row.slice(2)]);
      for (const of of [several["cohenOfTheFirstTwo"], several["scottOfTheFirstTwo"], ordered["kappaLinear"]]) if (of) same(of(tableOf(swapped, Q)), of(tableOf(rows, Q)));
    }));
  });

  it.each(Object.entries(several))("%s does not depend on the names of the labels", (_, of) => {
    fc.assert(fc.property(rowsArb(Q, true), orderArb(Q), (rows, order) => {
      same(of(tableOf(rows.map((row) => row.map((code) => order[code] ?? -1)), Q)), of(tableOf(rows, Q)));
    }));
  });

  it.each(Object.entries({ ...several, ...ordered }))("%s is never above 1, and never without a value or a reason", (_, of) => {
    fc.assert(fc.property(rowsArb(Q, true), (rows) => {
      const figure = of(tableOf(rows, Q));
      if (figure.value === null) expect(figure.reason).toMatch(/^[a-z_]+$/);
      else {
        expect(Number.isFinite(figure.value)).toBe(true);
        expect(figure.value).toBeLessThanOrEqual(1 + 1e-12);
      }
    }));
  });

  it.each(LEVELS)("%s α is that of all pairs one by one", (level) => {
    const tooFar = { nominal: (c: number, k: number) => Number(c !== k), interval: (c: number, k: number) => (c - k) ** 2, ratio: (c: number, k: number) => ((c - k) / (c + k + 2)) ** 2 };
    fc.assert(fc.property(rowsArb(Q, true), (rows) => {
      const codes = rows.map((row) => row.filter((code) => code >= 0)).filter((row) => row.length > 1).flat();
      const n = (g: number) => codes.filter((code) => code === g).length;
      const ordinal = (c: number, k: number) => {
        const [low, high] = [Math.min(c, k), Math.max(c, k)];
        let sum = -(n(low) + n(high)) / 2;
        for (let g = low; g <= high; g++) sum += n(g);
        return c === k ? 0 : sum ** 2;
      };
      const wanted = alphaOfAllPairs(rows, level === "ordinal" ? ordinal : tooFar[level]);
      const { value } = krippendorffAlpha(tableOf(rows, Q), level);
      if (wanted === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(wanted, 9);
    }));
  });

  it("α passes over items of one code", () => {
    fc.assert(fc.property(rowsArb(Q, true), fc.array(fc.integer({ min: 0, max: Q - 1 }), { maxLength: 4 }), (rows, singles) => {
      const coders = rows[0]?.length ?? 0;
      const more = singles.map((code) => [code, ...Array<number>(coders - 1).fill(-1)]);
      for (const level of LEVELS) {
        const [with_, without] = [krippendorffAlpha(tableOf([...rows, ...more], Q), level), krippendorffAlpha(tableOf(rows, Q), level)];
        expect(with_.value === null).toBe(without.value === null);
        if (with_.value !== null) expect(with_.value).toBeCloseTo(without.value ?? NaN, 9);
      }
    }));
  });

  it("of a corpus told twice stay the same; α moves by its factor n/(n − 1) alone", () => {
    fc.assert(fc.property(rowsArb(Q, false), (rows) => {
      const [once, twice] = [tableOf(rows, Q), tableOf([...rows, ...rows], Q)];
      for (const [name, of] of Object.entries(several)) if (name !== "alpha") same(of(twice), of(once));
      const n = rows.flat().length;
      const [before, after] = [krippendorffAlpha(once, "nominal").value, krippendorffAlpha(twice, "nominal").value];
      if (before === null) expect(after).toBeNull();
      else expect(1 - (after ?? NaN)).toBeCloseTo(((1 - before) * (n / (n - 1)) * (2 * n - 1)) / (2 * n), 9);
    }));
  });

  it("add up from pieces: any cut into documents gives the same figure", () => {
    fc.assert(fc.property(rowsArb(Q, true).chain((rows) => fc.tuple(fc.constant(rows), fc.array(fc.integer({ min: 0, max: 2 }), { minLength: rows.length, maxLength: rows.length }))), ([rows, documentOf]) => {
      const table = tableOf(rows, Q);
      const pieces = perDocument(coincidencePiece(table), documentOf, 3);
      for (const level of LEVELS) same(alphaOf(total(pieces), level, table.scale), alphaOf(coincidences(table, 0, table.items), level, table.scale));
    }));
  });

  it("of two coders are cases of those of several: Conger of Cohen, Fleiss of Scott", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 12 }), (rows) => {
      const table = tableOf(rows, Q);
      const of = (name: string) => (several[name] as (table: CodingTable) => Figure)(table);
      expect(of("congerKappa").value ?? 2).toBeCloseTo(of("cohenOfTheFirstTwo").value ?? 2, 9);
      expect(of("fleissKappa").value ?? 2).toBeCloseTo(of("scottOfTheFirstTwo").value ?? 2, 9);
    }));
  });

  it("α is one minus what is seen over what is expected, as the two percentages beside it say", () => {
    fc.assert(fc.property(rowsArb(Q, true), (rows) => {
      const sum = coincidences(tableOf(rows, Q), 0, rows.length);
      const [{ same: seen, expected }, alpha] = [nominalAgreed(sum), alphaOf(sum, "nominal", null)];
      if (alpha.value !== null) expect(1 - (1 - (seen.value ?? NaN)) / (1 - (expected.value ?? NaN))).toBeCloseTo(alpha.value, 9);
    }));
  });
});
