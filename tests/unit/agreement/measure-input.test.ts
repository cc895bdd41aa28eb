import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { measure } from "@/lib/exchange/measure/measure";
import { METRICS } from "@/lib/exchange/measure/metrics";
import { inRoot } from "@/scripts/paths";

const refusedAt = async (metric: string, input: unknown, params: unknown = {}) => {
  const result = await measure({ metric, params, input });
  return result.ok ? result.value : `${result.error.place}: ${result.error.message}`;
};

describe("what cannot be used is refused with its place", () => {
  it.each([
    ["krippendorff_alpha", undefined, "input: should be an object, and is nothing"],
    ["krippendorff_alpha", {}, "input.matrix: should be a list, and is nothing"],
    ["krippendorff_alpha", { form: "counts", matrix: [] }, 'input.form: should be "matrix", and is "counts"'],
    ["krippendorff_alpha", { matrix: [1] }, "input.matrix[0]: should be a list, and is 1"],
    ["krippendorff_alpha", { matrix: [[1, true]] }, "input.matrix[0][1]: should be a number, a name or null, and is true"],
    ["krippendorff_alpha", { matrix: [[1, 4]], categories: [1, 2] }, "input.matrix[0][1]: should be one of input.categories, and is 4"],
    ["krippendorff_alpha", { matrix: [[1, 2]], categories: [1, 2, 1] }, "input.categories[2]: should be named once, and is 1"],
    ["two_coder_matrix", { form: "matrix", matrix: [[1, 2, 3]] }, "input.matrix[0]: should have two codes, one per coder, and has 3"],
    ["two_coder", { table: [] }, "input.table: should have at least one row"],
    ["two_coder", { table: [[1, 2], [3]] }, "input.table[1]: should have 2 numbers, and has 1"],
    ["two_coder", { table: [[1, -2], [3, 4]] }, "input.table[0][1]: should be a number of 0 or more, and is -2"],
    ["two_coder", { table: [[1]], categories: ["a", "b"] }, "input.categories: should have 1 categories, and has 2"],
    ["two_coder_custom_weights", { table: [[1, 2], [3, 4]], disagreementWeights: [[0, 1], [0.5, 0]] }, "input.disagreementWeights[0][1]: should be equal to input.disagreementWeights[1][0], and is 1"],
    ["two_coder_custom_weights", { table: [[1, 2], [3, 4]], disagreementWeights: [[1, 1], [1, 0]] }, "input.disagreementWeights[0][0]: should be 0, since it is on the diagonal, and is 1"],
    ["fleiss_counts", { form: "counts", counts: [[1, 2], [1, 1.5]] }, "input.counts[1][1]: should be a whole number from 0 to 10000, and is 1.5"],
    ["alpha_bootstrap_replay", { matrix: [[1, 2], [1, 1]], level: "polar", resampledItemIndices: [] }, 'input.level: should be nominal, ordinal, interval, ratio, and is "polar"'],
    ["alpha_bootstrap_replay", { matrix: [[1, 2], [1, 1]], level: "nominal", resampledItemIndices: [[0, 2]] }, "input.resampledItemIndices[0][1]: should be a whole number from 0 to 1, and is 2"],
    ["majority", { rows: [["a", "b"]] }, "input.rows[0]: should be [item, annotator, label], and has 2 entries"],
    ["majority", { rows: [["a", "b", null]] }, "input.rows[0][2]: should be a name, and is null"],
    ["dawid_skene", { rows: [], iterations: 0 }, "input.iterations: should be a whole number from 1 to 100000, and is 0"],
    ["mace", { rows: [["a", "b", "c"]], labelOrder: ["d"] }, 'input.rows[0][2]: should be one of input.labelOrder, and is "c"'],
    ["mace", { rows: [["a", "b", "c"]], initSpamming: [] }, "input.initSpamming: should have 1 rows, one per annotator, and has 0"],
    ["glad_e_step", { rows: [["a", "b", "c"]], alpha: {}, logBeta: { a: 1 } }, "input.alpha.b: should be a number, and is nothing"],
    ["random_effects_dl", { y: [1, 2], v: [1, 0] }, "input.v[1]: should be above 0, and is 0"],
    ["james_stein_equal_variance", { y: [0.5, 2], n: 3 }, "input.y[1]: should be a share from 0 to 1, and is 2"],
    ["cluster_bootstrap_replay", { articles: [{ stances: [1] }], resamples: [[1]] }, "input.resamples[0][0]: should be a whole number from 0 to 0, and is 1"],
    // A length that would not fit a 32-bit number once made the sweep over a text go on for ever.
    ["ualpha", { form: "spans", docs: [{ length: Number.MAX_SAFE_INTEGER, coders: { a: [], b: [] } }] }, "input.docs[0].length: should be a whole number from 0 to 1000000000, and is 9007199254740991"],
    ["ualpha", { form: "spans", docs: [{ length: 9, coders: { a: [[4, 4, "x"]] } }] }, "input.docs[0].coders.a[0]: should end after it begins"],
    ["f1_kappa_limit", { tp: 1, fp: 1, fn: -1, tn: [] }, "input.fn: should be a whole number of 0 or more, and is -1"],
  ])("%s of %j", async (metric, input, message) => {
    expect(await refusedAt(metric, input)).toBe(message);
  });

  it("a metric that only an object's own machinery knows is not known", async () => {
    expect(await refusedAt("constructor", {})).toMatch(/^metric: "constructor" is not known; known are /);
    expect(await measure({ input: {} })).toMatchObject({ ok: false, error: { place: "metric", message: expect.stringMatching(/^is missing; known are /) } });
  });

  it("params that are no object, or of another kind", async () => {
    expect(await refusedAt("dawid_skene", { rows: [] }, [])).toBe("params: should be an object, and is []");
    expect(await refusedAt("dawid_skene", { rows: [] }, { pseudoCounts: 1 })).toBe("params.pseudoCounts: should be true or false, and is 1");
  });

  it("names are names, also those an object has of itself", async () => {
    expect(await refusedAt("majority", { rows: [["__proto__", "w", "value"], ["constructor", "w", "toString"]] })).toEqual({
      probs: JSON.parse('{"__proto__": {"toString": 0, "value": 1}, "constructor": {"toString": 1, "value": 0}}'),
      winners: JSON.parse('{"__proto__": ["value"], "constructor": ["toString"]}'),
    });
  });
});

const folder = inRoot("tests/fixtures/agreement");
const vectors = readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as { metric: string; params: object; input: Record<string, unknown> });
const small = vectors.filter((vector) => JSON.stringify(vector).length < 6000);

/** Puts `value` in place of the part that `steps` leads to. */
function spoiled(tree: unknown, steps: readonly number[], value: unknown): unknown {
  const [step, ...more] = steps;
  if (step === undefined || typeof tree !== "object" || tree === null) return value;
  if (Array.isArray(tree)) return tree.length === 0 ? value : tree.with(step % tree.length, spoiled(tree[step % tree.length], more, value));
  const keys = Object.keys(tree);
  if (keys.length === 0) return value;
  const key = keys[step % keys.length] as string;
  return { ...tree, [key]: spoiled((tree as Record<string, unknown>)[key], more, value) };
}

describe("spoiled files", () => {
  it("are refused or measured, never a crash, and nothing that is no number is printed", async () => {
    const junk = fc.constantFrom<unknown>(null, -1, 0, 1.5, 1e308, "", "x", [], {}, true, 5e-324, [[]], [1, 1], Number.MAX_SAFE_INTEGER);
    await fc.assert(fc.asyncProperty(fc.constantFrom(...small), fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }), junk, async (vector, steps, value) => {
      const result = await measure({ ...vector, input: spoiled(vector.input, steps, value) });
      if (result.ok) expect(JSON.stringify(result.value, (_, part: unknown) => (typeof part === "number" && !Number.isFinite(part) ? "NOT A NUMBER" : part))).not.toContain("NOT A NUMBER");
      else expect(result.error.message).not.toBe("");
    }), { numRuns: 600 });
  });
});

it("every metric that is offered has a vector", () => {
  expect(Object.keys(METRICS).filter((metric) => !vectors.some((vector) => vector.metric === metric))).toEqual([]);
});
