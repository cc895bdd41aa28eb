import { describe, expect, it } from "vitest";
import { darkByHand, darkBySystem, light } from "./tokens";

describe("the two dark themes", () => {
  it("hold the same values in the same order", () => {
    expect([...darkByHand]).toEqual([...darkBySystem]);
  });

  it("name no token that the light theme lacks", () => {
    expect([...darkBySystem.keys()].filter((name) => !light.has(name))).toEqual([]);
  });

  it("give a dark value to every colour of the light theme", () => {
    const colours = [...light].filter(([, value]) => /^(#|rgb\()/.test(value)).map(([name]) => name);
    expect(colours.length).toBeGreaterThan(30);
    expect(colours.filter((name) => !darkBySystem.has(name))).toEqual([]);
  });
});
