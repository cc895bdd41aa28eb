import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shuffled, randomFrom } from "@/lib/kernel/random";
import { TextIndex } from "@/lib/text/text-index";
import { utf16 } from "@/lib/text/units";
import { barUAlpha } from "@/lib/agreement/unitizing/bar-u-alpha";
import { pairOf, type Continuum } from "@/lib/agreement/unitizing/continuum";
import { expected, expectedValued, observed } from "@/lib/agreement/unitizing/coincidences";
import { coverage, cuAlpha } from "@/lib/agreement/unitizing/cu-alpha";
import { coverageOf, kUAlpha } from "@/lib/agreement/unitizing/k-u-alpha";
import { addPieces, places, width } from "@/lib/agreement/unitizing/pieces";
import { continuumOf } from "@/lib/agreement/unitizing/self-overlap";
import { uAlpha } from "@/lib/agreement/unitizing/u-alpha";

const V = 3;
type Unit = readonly [coder: number, start: number, end: number, value: number];
type Text = { readonly length: number; readonly coders: number; readonly units: readonly Unit[] };

/** A text whose coders each cut it into units and gaps; units may touch. */
const text = fc.record({ length: fc.integer({ min: 1, max: 14 }), coders: fc.integer({ min: 2, max: 4 }) }).chain(({ length, coders }) =>
  fc.array(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: -1, max: V - 1 })), { maxLength: 6 }), { minLength: coders, maxLength: coders }).map((rows): Text => ({
    length,
    coders,
    units: rows.flatMap((row, coder) => {
      let at = 0;
      return row.flatMap(([size, value]): Unit[] => {
        const [start, end] = [at, Math.min(at + size, length)];
        at = end;
        return value < 0 || start >= end ? [] : [[coder, start, end, value]];
      });
    }),
  })));
const texts = fc.array(text, { minLength: 1, maxLength: 4 });

const continuum = ({ length, coders, units }: Text): Continuum => continuumOf(length, coders, units.flat()).continuum;
const sumOf = (list: readonly Text[]) => {
  const sum = new Float64Array(width(V));
  for (const one of list) addPieces(sum, 0, V, continuum(one));
  return sum;
};
const figures = (sum: Float64Array) => [
  uAlpha(sum, V), barUAlpha(sum, V), cuAlpha(sum, V), cuAlpha(sum, V, { level: "ordinal", numbers: null }), cuAlpha(sum, V, { level: "interval", numbers: [-1, 0, 1] }),
  coverage(sum, V).ofMarked, ...[0, 1, 2].flatMap((k) => [kUAlpha(sum, V, k), coverageOf(sum, V, k)]),
];
const close = (one: ReturnType<typeof figures>, other: ReturnType<typeof figures>, apart = 1e-9) => one.forEach(({ value }, i) => {
  if (value === null) expect(other[i]).toEqual(one[i]);
  else expect(Math.abs(other[i]!.value! - value), `figure ${i}: ${value}, ${other[i]!.value}`).toBeLessThan(apart);
});

/** Each coder's value of each character (V = gap), and which of the units it lies in. */
function characters({ length, coders, units }: Text) {
  const value = Array.from({ length: coders }, () => new Array<number>(length).fill(V));
  const unit = Array.from({ length: coders }, () => new Array<number>(length).fill(-1));
  units.forEach(([coder, start, end, v], u) => {
    value[coder]!.fill(v, start, end);
    unit[coder]!.fill(u, start, end);
  });
  return { value, unit };
}

describe("pieces by one sweep", () => {
  it("are those of going through the characters, and chance is that of all pairs of atoms", () => {
    fc.assert(fc.property(texts, (list) => {
      const size = V + 1;
      const seen = new Float64Array(size * size);
      const [selves, meetings] = [new Float64Array(V), new Float64Array(V)];
      let [length, marked, met] = [0, 0, 0];
      const atoms: { value: number; unit: string }[] = [];
      list.forEach((one, t) => {
        const { value, unit } = characters(one);
        length += one.length;
        for (let at = 0; at < one.length; at++) {
          const here = value.map((row) => row[at]!);
          const any = here.filter((v) => v < V).length;
          if (any > 0) marked += 1;
          if (any > 1) met += 1;
          here.forEach((c, i) => {
            here.forEach((k, j) => {
              if (i !== j) seen[c * size + k]! += 1 / (one.coders - 1);
            });
            atoms.push({ value: c, unit: c === V ? `${t} ${i} ${at}` : `${t} ${unit[i]![at]}` });
          });
        }
        one.units.forEach(([coder, start, end, v]) => {
          selves[v]! += (end - start) ** 2;
          let both = 0;
          for (let at = start; at < end; at++) both += value.filter((row, j) => j !== coder && row[at]! < V).length;
          meetings[v]! += (both / (one.coders - 1)) ** 2;
        });
      });
      const sum = sumOf(list);
      const at = places(V);
      observed(sum, V).cells.forEach((cell, i) => expect(cell).toBeCloseTo(seen[i]!, 9));
      selves.forEach((a, c) => expect(sum[at.selves + c]).toBeCloseTo(a, 9));
      meetings.forEach((b, c) => expect(sum[at.meetings + c]).toBeCloseTo(b, 9));
      expect([sum[at.length], sum[at.marked], sum[at.met]]).toEqual([length, marked, met]);

      // ε: all ordered pairs of atoms but those inside one unit, and of a gap's atom with itself.
      const pairs = new Float64Array(size * size);
      let all = 0;
      for (const one of atoms) for (const other of atoms) if (one.unit !== other.unit) {
        pairs[one.value * size + other.value]! += 1;
        all += 1;
      }
      const chance = expected(sum, V);
      if (all > 0) chance.cells.forEach((cell, i) => expect(cell).toBeCloseTo((pairs[i]! * atoms.length) / all, 8));
      expect(expectedValued(sum, V).cells.every((cell) => cell > -1e-9)).toBe(true);
    }), { numRuns: 150 });
  });

  it("of a pair are those of a text that only these two coded", () => {
    fc.assert(fc.property(text, fc.nat(3), fc.nat(3), (one, a, b) => {
      const [first, second] = [a % one.coders, b % one.coders];
      fc.pre(first !== second);
      const alone = { ...one, coders: 2, units: one.units.filter(([coder]) => coder === first || coder === second).map(([coder, ...rest]): Unit => [coder === first ? 0 : 1, ...rest]) };
      const sum = new Float64Array(width(V));
      addPieces(sum, 0, V, pairOf(continuum(one), first, second));
      expect(sum).toEqual(sumOf([alone]));
    }));
  });
});

describe("the family", () => {
  it("does not change with the order of coders, texts and units, nor with the names of values", () => {
    fc.assert(fc.property(texts, fc.bigInt(0n, 2n ** 64n - 1n), (list, seed) => {
      const random = randomFrom(seed);
      const moved = shuffled(list, random).map((one) => {
        const turned = shuffled(Array.from({ length: one.coders }, (_, i) => i), random);
        return { ...one, units: shuffled(one.units.map(([coder, start, end, value]): Unit => [turned[coder]!, start, end, value]), random) };
      });
      close(figures(sumOf(list)), figures(sumOf(moved)));
      const renamed = list.map((one) => ({ ...one, units: one.units.map(([coder, start, end, value]): Unit => [coder, start, end, V - 1 - value]) }));
      const [before, after] = [figures(sumOf(list)), figures(sumOf(renamed))];
      // The values change places: the last ones are per value.
      close(before, [...after.slice(0, 6), ...after.slice(10, 12), ...after.slice(8, 10), ...after.slice(6, 8)]);
    }));
  });

  it("is touched by a text that nobody marked in its gaps alone; that text by itself has no figure", () => {
    fc.assert(fc.property(texts, fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 5 }), (list, length, coders) => {
      const empty: Text = { length, coders, units: [] };
      const [before, after] = [sumOf(list), sumOf([...list, empty])];
      const changed = [...after.keys()].filter((i) => Math.abs(after[i]! - before[i]!) > 1e-9);
      expect(changed).toEqual([V * (V + 1) + V, places(V).length]);
      expect(cuAlpha(after, V)).toEqual(list.every(({ units }) => units.length === 0) ? { value: null, reason: "nothing_marked" } : cuAlpha(before, V));
      for (const figure of figures(sumOf([empty]))) expect(figure).toEqual({ value: null, reason: "nothing_marked" });
    }));
  });

  it("runs to a limit as characters become finer: cuα and (k)uα stay, the rest comes ten times nearer", () => {
    fc.assert(fc.property(texts, (list) => {
      const finer = (by: number) => sumOf(list.map((one) => ({ ...one, length: one.length * by, units: one.units.map(([coder, start, end, value]): Unit => [coder, start * by, end * by, value]) })));
      const [one, ten, hundred] = [figures(sumOf(list)), figures(finer(10)), figures(finer(100))];
      close(one.slice(2), ten.slice(2));
      for (const i of [0, 1]) {
        const [a, b, c] = [one[i]!.value, ten[i]!.value, hundred[i]!.value];
        // uα is linear in the size of a character.
        if (a === null) expect(b).toBeNull();
        else expect((a - b!) / 10).toBeCloseTo(b! - c!, 9);
      }
    }));
  });

  it("leaves out texts of one coder, and says so when there are no others", () => {
    fc.assert(fc.property(texts, text, (list, lone) => {
      const alone: Text = { ...lone, coders: 1, units: lone.units.filter(([coder]) => coder === 0) };
      expect(sumOf([...list, alone])).toEqual(sumOf(list));
      for (const figure of figures(sumOf([alone]))) expect(figure).toEqual({ value: null, reason: "no_shared_article" });
    }));
  });

  it("is 1 for the same marks or undefined, and never 1 where they differ", () => {
    fc.assert(fc.property(texts, (list) => {
      const same = list.map((one) => ({ ...one, units: Array.from({ length: one.coders }, (_, coder) => one.units.filter(([by]) => by === 0).map(([, ...rest]): Unit => [coder, ...rest])).flat() }));
      for (const { value } of figures(sumOf(same)).slice(0, 5)) expect(value === null || Math.abs(value - 1) < 1e-12).toBe(true);
      const sum = sumOf(list);
      const differ = list.some((one) => characters(one).value.some((row, _, all) => row.some((v, at) => v !== all[0]![at])));
      if (differ) expect(uAlpha(sum, V).value).toBeLessThan(1);
    }));
  });

  it("is a little under 0, not 1, where only one of two marked anything", () => {
    const sum = sumOf([{ length: 100, coders: 2, units: [[0, 10, 30, 0]] }]);
    expect(uAlpha(sum, V).value).toBeLessThan(0);
    expect(uAlpha(sum, V).value).toBeGreaterThan(-0.2);
    expect(cuAlpha(sum, V)).toEqual({ value: null, reason: "no_values" });
    expect(kUAlpha(sum, V, 0)).toEqual({ value: null, reason: "no_values" });
    expect(kUAlpha(sum, V, 1)).toEqual({ value: null, reason: "no_values" });
    expect(cuAlpha(sumOf([{ length: 9, coders: 2, units: [[0, 0, 9, 1], [1, 0, 9, 1]] }]), V)).toEqual({ value: null, reason: "no_variation" });
  });
});

describe("characters", () => {
  it("are code points: a bridge is one, an accent by itself is one more", () => {
    const words = "Die 🌉 bleibt zu, sagt das Cafe\u0301.";
    const index = new TextIndex(words);
    const unit = (coder: number, quote: string, value: number): Unit => {
      const start = words.indexOf(quote);
      return [coder, index.toCodePoint(utf16(start)), index.toCodePoint(utf16(start + quote.length)), value];
    };
    const sum = sumOf([{ length: index.codePointLength, coders: 2, units: [unit(0, "🌉 bleibt", 0), unit(0, "Cafe\u0301", 1), unit(1, "🌉", 0), unit(1, "Cafe", 1)] }]);
    const at = places(V);
    expect([sum[at.length], sum[at.marked], sum[at.met]]).toEqual([32, 8 + 5, 1 + 4]);
    expect([...sum.slice(at.selves, at.meetings)]).toEqual([64 + 1, 25 + 16, 0]);
  });
});

describe("marks of one coder in any place", () => {
  const pile = fc.array(fc.tuple(fc.nat(1), fc.nat(28), fc.integer({ min: 1, max: 12 }), fc.nat(V - 1)).map(([coder, start, size, value]): Unit => [coder, start, start + size, value]), { maxLength: 10 });
  it("cover the same characters when they are settled, with the value that is there alone, and then overlap no more", () => {
    fc.assert(fc.property(pile, (units) => {
      const { continuum: settled, merged, cut } = continuumOf(40, 2, units.flat());
      const list = Array.from({ length: settled.units.length / 4 }, (_, i) => [...settled.units.slice(4 * i, 4 * i + 4)] as unknown as Unit);
      list.slice(1).forEach(([coder, start], i) => expect(coder > list[i]![0] || start >= list[i]![2]).toBe(true));
      for (let coder = 0; coder < 2; coder++) for (let at = 0; at < 40; at++) {
        const over = units.filter(([by, start, end]) => by === coder && start <= at && at < end);
        const now = list.filter(([by, start, end]) => by === coder && start <= at && at < end);
        expect(now.length).toBe(Math.min(1, over.length));
        if (new Set(over.map(([, , , value]) => value)).size === 1) expect(now[0]![3]).toBe(over[0]![3]);
      }
      expect(continuumOf(40, 2, settled.units)).toEqual({ continuum: settled, merged: 0, cut: 0 });
      if (merged === 0 && cut === 0) expect(list.length).toBe(units.length);
    }));
  });
});
