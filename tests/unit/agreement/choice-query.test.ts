import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, COMPARED_PHASES, DEFAULT_CHOICE, hasOrder, LAYERS, LEVELS } from "@/lib/agreement/choice";
import { type Asked, choiceFrom, choiceParams } from "@/lib/agreement/choice-query";

const SET = "01900000-0000-7000-8000-0000000000ff";
const read = (asked: Asked): Choice => choiceFrom(asked, [{ id: SET }]);
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 4 });
const choices: fc.Arbitrary<Choice> = fc
  .record({
    layer: fc.oneof(fc.constantFrom(...LAYERS), fc.constantFrom(`set:${SET}` as const)),
    level: fc.constantFrom(...LEVELS), phases: fc.uniqueArray(fc.constantFrom(...COMPARED_PHASES)), round: fc.integer({ min: 1, max: 100 }), submissions: fc.constantFrom("first" as const, "latest" as const),
    annotatorIds: ids, targetIds: ids, articleIds: ids, articleSetId: fc.option(fc.uuid()), genre: fc.option(fc.constantFrom("news", "opinion")), codebookVersion: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    peers: fc.constantFrom("unseen" as const, "any" as const), source: fc.constantFrom("any" as const, "hidden" as const, "shown" as const), suggestions: fc.constantFrom("any" as const, "without" as const),
    interval: fc.constantFrom("jackknife" as const, "bootstrap" as const), seed: fc.integer({ min: 0 }).map(String),
  })
  .map((choice) => ({ ...choice, level: hasOrder(choice.layer) ? choice.level : ("nominal" as const) }));

describe("a choice in an address", () => {
  it("is read back as it was", () => {
    fc.assert(fc.property(choices, (choice) => { expect(read(choiceParams(choice))).toEqual(choice); }));
  });

  it("is not there at all for the first choice", () => {
    expect(choiceParams(DEFAULT_CHOICE)).toEqual({});
    expect(read({})).toEqual(DEFAULT_CHOICE);
  });

  it("takes a list in one parameter or in several, as a form without script sends it", () => {
    const [a, b] = ["01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000b"];
    expect(read({ annotatorIds: [a, b] }).annotatorIds).toEqual([a, b]);
    expect(read({ annotatorIds: `${a},${b},${a}` }).annotatorIds).toEqual([a, b]);
  });

  it("takes what is mangled or unknown as if it were not there, whatever it is", () => {
    expect(read({ layer: "mood", level: "ratio", round: "-3", seed: "one", annotatorIds: "x", codebookVersion: "1.5", peers: "", names: "hidden" })).toEqual(DEFAULT_CHOICE);
    expect(read({ layer: "set:01900000-0000-7000-8000-0000000000fe" })).toEqual(DEFAULT_CHOICE);
    expect(read({ layer: "voice", level: "ordinal" }).level).toBe("nominal");
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_CHOICE)), fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }))), (asked) => {
      const choice = read(asked);
      expect(read(choiceParams(choice))).toEqual(choice);
    }));
  });
});
