import { describe, expect, it } from "vitest";
import { checkContent } from "@/lib/codebook/check";
import { placesOf, takeIn } from "@/lib/codebook/proposal";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { plainText } from "@/lib/codebook/rich-text";
import { newId } from "@/lib/kernel/id";
import { makeLabel, makeSet } from "@/tests/factories/labels";

const [irony, gone] = [makeLabel("Irony"), makeLabel("Old", { archived: true })];
const content = { ...startingCodebook("research"), sets: [makeSet("Tone", [irony, gone])] };
const take = (place: string, text = "Say it.") => takeIn(content, { place, text }, newId());

describe("taking a proposal into a codebook", () => {
  it("adds its words once, at the end of the place it is about, and the codebook stays right", () => {
    for (const { place } of placesOf(content).filter((one) => one.place !== "")) {
      const taken = take(place)!;
      expect(JSON.stringify(taken).split("Say it.")).toHaveLength(2);
      expect(checkContent(taken)).toEqual([]);
    }
    expect(plainText(take(irony.id)!.sets[0]!.labels[0]!.definition)).toBe("What Irony means.\nSay it.");
  });

  it("makes a rule of its own of what is about no place, line by line", () => {
    const { rules } = take("", "One.\nTwo.")!;
    expect([rules.length, plainText(rules.at(-1)!.text)]).toEqual([content.rules.length + 1, "One.\nTwo."]);
  });

  it("takes nothing where the place is gone or out of use", () => {
    for (const place of [gone.id, newId(), "rule:gone", "set:gone", "framing"]) expect(take(place)).toBeNull();
  });
});
