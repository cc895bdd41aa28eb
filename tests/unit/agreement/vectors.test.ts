import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { measure } from "@/lib/exchange/measure/measure";
import { METRICS } from "@/lib/exchange/measure/metrics";
import { inRoot } from "@/scripts/paths";

type Tree = number | string | null | readonly Tree[] | { readonly [key: string]: Tree };
type Vector = { id: string; metric: string; params: object; input: object; expected: Tree; tolerance: number | Record<string, number>; exact: Tree; exactTolerance: number; stochastic: boolean };

const FOLDER = inRoot("tests/fixtures/agreement");
const vectors = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8")) as Vector);

const isTree = (value: unknown): value is Record<string, Tree> => typeof value === "object" && value !== null;
const entriesOf = (tree: Tree) => (isTree(tree) ? Object.entries(tree) : []);

/** Every number, name and null of the wanted tree is in the given one, within the tolerance. */
function compare(got: unknown, wanted: Tree, tolerance: number, path: string, offeredOnly: boolean): void {
  if (isTree(wanted)) {
    expect(isTree(got), `${path} is ${JSON.stringify(got)}`).toBe(true);
    // Where only what we offer is compared, our entries may say more than the vector's: [7, 15, "*"] beside [7, 15].
    if (Array.isArray(wanted) && !offeredOnly) expect((got as unknown[]).length, path).toBe(wanted.length);
    for (const [key, value] of entriesOf(wanted)) {
      if (offeredOnly && !Object.hasOwn(got as object, key)) continue;
      compare((got as Record<string, unknown>)[key], value, tolerance, `${path}.${key}`, offeredOnly);
    }
  } else if (typeof wanted === "number") {
    expect(typeof got, `${path} is ${JSON.stringify(got)}`).toBe("number");
    expect(Math.abs((got as number) - wanted), `${path} is ${String(got)}, not ${wanted}`).toBeLessThanOrEqual(tolerance);
  } else expect(got, path).toBe(wanted);
}

/** How many null leaves there are, which is how many reasons must be. */
function nulls(value: unknown): number {
  if (value === null) return 1;
  return isTree(value) ? Object.values(value).reduce<number>((sum, part) => sum + nulls(part), 0) : 0;
}

describe("the published and recomputed numbers", () => {
  it("has all vectors", () => {
    expect(vectors.length).toBe(66);
    expect(vectors.filter(({ metric }) => !Object.hasOwn(METRICS, metric))).toEqual([]);
  });

  it.each(vectors.map((vector) => [vector.id, vector] as const))("%s", async (_id, vector) => {
    const result = await measure(vector);
    if (!result.ok) throw new Error(`${result.error.place}: ${result.error.message}`);
    const { reasons, ...values } = result.value;
    for (const [key, value] of entriesOf(vector.expected)) {
      // A figure that rests on random texts is given as the range it falls in.
      if (key === "gammaRange") {
        const [least = NaN, most = NaN] = value as readonly number[];
        expect(values["gamma"]).toBeGreaterThanOrEqual(least);
        expect(values["gamma"]).toBeLessThanOrEqual(most);
        continue;
      }
      const tolerance = typeof vector.tolerance === "number" ? vector.tolerance : (vector.tolerance[key] ?? vector.exactTolerance);
      compare(values[key], value, tolerance, key, false);
    }
    if (!vector.stochastic) compare(values, vector.exact, vector.exactTolerance, "", true);
    expect(Object.keys(reasons ?? {}).length).toBe(nulls(values));
  });
});
