import type { Colour } from "../content";
import type { Framing } from "../framing";

/** The colours of labels as other programs write them. */
export const HEX: Readonly<Record<Colour, string>> = { green: "#00805F", purple: "#A8457F", orange: "#B27000", sky: "#1F88BA", yellow: "#8F8000", grey: "#787872" };
/** The fixed colours of framing. */
export const FRAMING_HEX: Readonly<Record<Framing, string>> = { advocacy: "#0072B2", neutral: "#6B7280", critical: "#D55E00" };

const channels = (hex: string): [number, number, number] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
const distance = (a: string, b: string): number => {
  const [one, two] = [channels(a), channels(b)];
  return one.reduce((sum, value, at) => sum + (value - (two[at] ?? 0)) ** 2, 0);
};

/** The colour of ours that is nearest to one written as #RRGGBB. */
export const nearestColour = (hex: string): Colour =>
  (Object.keys(HEX) as Colour[]).reduce((best, colour) => (distance(hex, HEX[colour]) < distance(hex, HEX[best]) ? colour : best), "grey");
