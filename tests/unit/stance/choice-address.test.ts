import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GENRES } from "@/lib/articles/provenance";
import { CHOSEN_VOICES, DATA_LAYERS, DEFAULT_STANCE, MEASURED, type StanceChoice } from "@/lib/stance/choice";
import { choiceFrom, choiceParams, choiceQuery, type ChoiceParam } from "@/lib/stance/choice-address";
import { GROUPINGS } from "@/lib/stance/grouping";

const id = fc.uuid();
const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2040-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const anyChoice: fc.Arbitrary<StanceChoice> = fc
  .record({
    by: fc.constantFrom(...GROUPINGS), measured: fc.constantFrom(...MEASURED), voice: fc.constantFrom(...CHOSEN_VOICES), data: fc.constantFrom(...DATA_LAYERS),
    targetIds: fc.uniqueArray(id, { maxLength: 4 }), genre: fc.option(fc.constantFrom(...GENRES)), from: fc.option(day), to: fc.option(day),
    device: fc.constantFrom("any" as const, "words" as const, "facts" as const), directness: fc.constantFrom("direct" as const, "indirect" as const, "any" as const),
    source: fc.constantFrom("any" as const, "hidden" as const, "shown" as const), codebookVersion: fc.option(fc.integer({ min: 1, max: 999 })), articleSetId: fc.option(id),
    children: fc.boolean(), adjust: fc.constantFrom("none" as const, "severity" as const),
  })
  .map((choice) => (choice.from !== null && choice.to !== null && choice.from > choice.to ? { ...choice, from: choice.to, to: choice.from } : choice));

const refused = (asked: Record<string, string | string[]>): ChoiceParam | null => {
  const found = choiceFrom(asked);
  return found.ok ? null : found.error.field;
};

describe("the address of a choice", () => {
  test("reads back as the choice that it was written for", () => {
    fc.assert(fc.property(anyChoice, (choice) => {
      const read = choiceFrom(Object.fromEntries(new URLSearchParams(choiceQuery(choice))));
      expect(read).toEqual({ ok: true, value: choice });
    }));
  });
  test("leaves out what stands at its default", () => {
    expect(choiceQuery(DEFAULT_STANCE)).toBe("");
    expect(choiceFrom({})).toEqual({ ok: true, value: DEFAULT_STANCE });
    expect(choiceParams({ ...DEFAULT_STANCE, voice: "all", children: true })).toEqual({ voice: "all", children: "yes" });
  });
  test("does not look at parameters of other things", () => {
    expect(choiceFrom({ outlet: "x", view: ["a", "b"] })).toEqual({ ok: true, value: DEFAULT_STANCE });
  });
  test.each([
    ["by", "site"], ["measured", "words"], ["voice", "embedded"], ["data", "settled"], ["target", "nobody"], ["genre", "gossip"], ["from", "2026-02-30"], ["to", "yesterday"],
    ["device", "none"], ["directness", "both"], ["source", "blind"], ["codebook", "v3"], ["codebook", "0"], ["set", "x"], ["children", "true"], ["adjust", "yes"],
  ])("refuses %s=%s and names the field", (field, value) => {
    expect(refused({ [field]: value })).toBe(field);
  });
  test("refuses days the wrong way round, two sets, and a parameter that is given twice", () => {
    expect(refused({ from: "2026-06-02", to: "2026-06-01" })).toBe("from");
    expect(refused({ from: "2026-06-02", to: "2026-06-02" })).toBeNull();
    const [a, b] = ["0197a000-0000-7000-8000-000000000001", "0197a000-0000-7000-8000-000000000002"];
    expect(refused({ set: `${a},${b}` })).toBe("set");
    expect(refused({ voice: ["own", "all"] })).toBe("voice");
    expect(refused({ target: Array.from({ length: 101 }, () => a).join(",") })).toBe("target");
  });
  test("takes a target once, in whatever case it is written", () => {
    const a = "0197a000-0000-7000-8000-00000000000a";
    expect(choiceFrom({ target: `${a},${a.toUpperCase()}` })).toMatchObject({ value: { targetIds: [a] } });
  });
});
