import { describe, expect, it } from "vitest";
import { brennanPrediger, brennanPredigerPiece } from "@/lib/agreement/coding/brennan-prediger";
import { cohenKappa, cohenKappaError } from "@/lib/agreement/coding/cohen-kappa";
import { summedOver } from "@/lib/agreement/coding/coding-table";
import { congerKappa, congerPiece } from "@/lib/agreement/coding/conger-kappa";
import { f1Of } from "@/lib/agreement/coding/f1-kappa-limit";
import { fleissKappa, fleissPiece } from "@/lib/agreement/coding/fleiss-kappa";
import { gwetAc, gwetPiece } from "@/lib/agreement/coding/gwet-ac";
import { alphaOf, krippendorffAlpha } from "@/lib/agreement/coding/krippendorff-alpha";
import { percentItems, percentPairs, percentPiece } from "@/lib/agreement/coding/percent-agreement";
import { scottPi } from "@/lib/agreement/coding/scott-pi";
import type { CodingTable } from "@/lib/agreement/coding/coding-table";
import type { Figure } from "@/lib/agreement/report";
import { tableOf } from "./coding.fixture";

const because = (reason: string) => ({ value: null, reason });
const of = {
  alpha: (table: CodingTable) => krippendorffAlpha(table, "nominal"),
  fleiss: (table: CodingTable) => fleissKappa(summedOver(table.items, fleissPiece(table)), table.coders),
  conger: (table: CodingTable) => congerKappa(summedOver(table.items, congerPiece(table)), table.coders),
  brennanPrediger: (table: CodingTable) => brennanPrediger(summedOver(table.items, brennanPredigerPiece(table))),
  ac1: (table: CodingTable) => gwetAc(summedOver(table.items, gwetPiece(table))),
};

describe("a coefficient is undefined, because", () => {
  it("nothing varies, whatever other programs answer", () => {
    const table = tableOf([[1, 1], [1, 1], [1, 1]], 3);
    for (const measure of Object.values(of)) expect(measure(table)).toEqual(because("no_variation"));
    const counts = Float64Array.of(0, 0, 0, 7);
    expect(cohenKappa(counts)).toEqual(because("no_variation"));
    expect(cohenKappa(counts, "quadratic")).toEqual(because("no_variation"));
    expect(scottPi(counts)).toEqual(because("no_variation"));
    expect(percentItems(summedOver(3, percentPiece(table)))).toEqual({ value: 1 });
  });

  it("one annotator alone coded", () => {
    const table = tableOf([[0, -1], [1, -1]], 2);
    expect(of.alpha(table)).toEqual(because("one_annotator"));
    expect(of.fleiss(table)).toEqual(because("one_annotator"));
    expect(of.ac1(table)).toEqual(because("no_values"));
    expect(of.brennanPrediger(table)).toEqual(because("no_values"));
    expect(of.conger(tableOf([[0], [1]], 2))).toEqual(because("one_annotator"));
  });

  it("annotators coded different items", () => {
    const table = tableOf([[0, -1], [1, -1], [-1, 1]], 2);
    expect(of.alpha(table)).toEqual(because("no_shared_article"));
    expect(cohenKappa(new Float64Array(4))).toEqual(because("no_shared_article"));
    expect(scottPi(new Float64Array(4))).toEqual(because("no_shared_article"));
    expect(percentPairs(summedOver(3, percentPiece(table)))).toEqual(because("no_values"));
  });

  it("nobody coded anything", () => {
    for (const table of [tableOf([], 2), tableOf([[-1, -1]], 2)]) for (const measure of [of.alpha, of.fleiss, of.brennanPrediger, of.ac1]) expect(measure(table)).toEqual(because("no_values"));
    expect(of.conger(tableOf([[-1, -1]], 2))).toEqual(because("no_values"));
    expect(f1Of({ both: 0, firstOnly: 0, secondOnly: 0 })).toEqual(because("nothing_marked"));
  });

  it("the formula needs as many codes on every item", () => {
    const table = tableOf([[0, 1, 1], [1, 1, -1], [0, 0, 0]], 2);
    expect(of.fleiss(table)).toEqual(because("unequal_annotators"));
    expect(of.conger(table)).toEqual(because("unequal_annotators"));
    expect(of.alpha(table).value).not.toBeNull();
    // An item that nobody coded is no item.
    expect(of.fleiss(tableOf([[0, 1], [-1, -1], [1, 1]], 2)).value).not.toBeNull();
  });

  it("only one category is declared", () => {
    expect(of.ac1(tableOf([[0, 0]], 1))).toEqual(because("no_variation"));
    expect(of.brennanPrediger(tableOf([[0, 0]], 1))).toEqual(because("no_variation"));
  });

  it("one who says the same of everything agrees by chance alone: 0, since the other varied", () => {
    expect(cohenKappa(Float64Array.of(3, 2, 0, 0))).toEqual({ value: 0 } satisfies Figure);
  });

  it("the error of κ would be 0", () => {
    expect(cohenKappaError(Float64Array.of(5, 0, 0, 5))).toEqual(because("no_variation"));
    expect(cohenKappaError(new Float64Array(4))).toEqual(because("no_shared_article"));
  });
});

it("a level without its numbers is a mistake of the program", () => {
  expect(() => alphaOf(Float64Array.of(1, 1, 1, 1), "interval", null)).toThrow(RangeError);
  expect(() => alphaOf(Float64Array.of(1, 1, 1, 1), "ratio", [-1, 1])).toThrow(RangeError);
});
