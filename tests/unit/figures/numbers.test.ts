import { describe, expect, test } from "vitest";
import { fitted, signed } from "@/lib/figures/numbers";

describe("numbers as people read them", () => {
  test.each([
    [-0.424, "−0.42"],
    [0.19, "+0.19"],
    [0, "0.00"],
    [-0, "0.00"],
    [-0.004, "0.00"],
    [1, "+1.00"],
  ])("%d is written %s", (value, words) => {
    expect(signed(value)).toBe(words);
  });

  test("a long name is cut by letters, never inside an emoji", () => {
    expect(fitted("The Daily Tern", 198, 13)).toBe("The Daily Tern");
    const cut = fitted("🌉".repeat(60), 100, 10);
    expect(cut).toBe(`${"🌉".repeat(16)}…`);
  });
});
