import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barUAlpha } from "@/lib/agreement/unitizing/bar-u-alpha";
import { cuAlpha } from "@/lib/agreement/unitizing/cu-alpha";
import { NOMINAL, type Scale } from "@/lib/agreement/unitizing/difference";
import { kUAlpha } from "@/lib/agreement/unitizing/k-u-alpha";
import { type Lean, leanOf } from "@/lib/agreement/unitizing/lean";
import { addPieces, width } from "@/lib/agreement/unitizing/pieces";
import { continuumOf } from "@/lib/agreement/unitizing/self-overlap";
import { uAlpha } from "@/lib/agreement/unitizing/u-alpha";

const text = (values: number) => fc.record({ coders: fc.integer({ min: 1, max: 4 }), units: fc.array(fc.tuple(fc.nat(3), fc.nat(25), fc.integer({ min: 1, max: 10 }), fc.nat(values - 1)), { maxLength: 10 }) })
  .map(({ coders, units }) => continuumOf(40, coders, units.flatMap(([coder, start, size, value]) => [coder % coders, start, start + size, value])).continuum);

describe("the few numbers behind one figure", () => {
  it.each([1, 3, 6])("give what all pieces give, with %i values", (values) => {
    fc.assert(fc.property(fc.array(text(values), { minLength: 1, maxLength: 4 }), (texts) => {
      const sum = new Float64Array(width(values));
      for (const one of texts) addPieces(sum, 0, values, one);
      const same = (lean: Lean, figure: { readonly value: number | null }) => {
        const own = new Float64Array(lean.width + 1);
        for (const one of texts) lean.add(own, 1, one);
        const { value } = lean.statistic(own.subarray(1));
        if (figure.value === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(figure.value, 9);
        expect(own[0]).toBe(0);
      };
      const interval: Scale = { level: "interval", numbers: Array.from({ length: values }, (_, i) => i * i) };
      const ordinal: Scale = { level: "ordinal", numbers: null };
      same(leanOf(values, "u", NOMINAL), uAlpha(sum, values));
      same(leanOf(values, "bar_u", NOMINAL), barUAlpha(sum, values));
      for (const scale of [NOMINAL, interval, ordinal]) {
        same(leanOf(values, "cu", scale), cuAlpha(sum, values, scale));
        for (let k = 0; k < values; k++) same(leanOf(values, "cu", scale, k), kUAlpha(sum, values, k, scale));
      }
    }));
  });
});
