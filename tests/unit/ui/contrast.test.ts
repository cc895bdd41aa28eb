import { describe, expect, it } from "vitest";
import { darkBySystem, light } from "./tokens";

/** Relative luminance of "#rrggbb" after WCAG 2.2, 0 to 1. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function ratio(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const on = (text: string, ...grounds: string[]) => grounds.map((ground) => [text, ground] as const);

const TEXT_PAIRS = [
  ...on("ink", "paper", "desk", "well", "marker", "marker-soft", "overlap", "danger-tint", "adv-tint", "crit-tint", "neu-tint", "adv-fill", "crit-fill", "neu-fill", "h0", "h1", "h2", "h3", "k1", "k2", "k3", "k4", "k5"),
  ...on("ink-2", "paper", "desk", "well", "marker-soft", "adv-tint", "crit-tint", "neu-tint"),
  ...on("ink-3", "paper", "desk", "well"),
  ...on("paper", "ink", "ink-2", "h4", "h5"),
  ...on("adv-text", "paper", "desk", "adv-tint"),
  ...on("crit-text", "paper", "desk", "crit-tint"),
  ...on("neu-text", "paper", "desk", "neu-tint"),
  ...on("danger", "paper", "desk", "danger-tint"),
];

const GRAPHIC_PAIRS = [
  ...on("rule-control", "paper", "desk"),
  ...on("marker-edge", "paper", "marker-soft", "marker"),
  ...on("adv", "paper", "desk", "adv-tint", "overlap"),
  ...on("crit", "paper", "desk", "crit-tint", "overlap"),
  ...on("neu", "paper", "desk", "neu-tint", "overlap"),
  ...["green", "purple", "orange", "sky", "yellow", "grey"].flatMap((colour) => on(`lab-${colour}`, "paper", "desk", "well", "marker-soft")),
];

describe.each([
  ["light", light],
  ["dark", new Map([...light, ...darkBySystem])],
])("in the %s theme", (_theme, tokens) => {
  const value = (name: string) => {
    const hex = tokens.get(`--${name}`);
    if (hex === undefined || !/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`--${name} is not a plain colour`);
    return hex;
  };

  it.each(TEXT_PAIRS)("words in %s on %s reach 4.5 to 1", (text, ground) => {
    expect(ratio(value(text), value(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GRAPHIC_PAIRS)("lines in %s on %s reach 3 to 1", (line, ground) => {
    expect(ratio(value(line), value(ground))).toBeGreaterThanOrEqual(3);
  });
});
