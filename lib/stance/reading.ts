import type { Interval } from "./estimate";
import type { Assessed, StanceCell } from "./outlets";

/** Which way an interval is clear of 0; null when it touches or includes 0. */
export function directionOf(interval: Pick<Interval, "low" | "high">): "advocacy" | "critical" | null {
  if (interval.low > 0) return "advocacy";
  return interval.high < 0 ? "critical" : null;
}

/** Whether two intervals share a point. Two outlets whose intervals do are not ranked. */
export function overlap(a: Pick<Interval, "low" | "high">, b: Pick<Interval, "low" | "high">): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** The finding of one cell in words for a person: the outlet's own words first, then those it quotes. */
export function reading(cell: StanceCell): string {
  if (cell.sign.status.level === "not_enough") return cell.sign.status.sentence;
  const sentences = [ownSentence(cell.sign), quotedSentence(cell.sign, cell.quoted)];
  if (cell.sign.status.level === "tentative") sentences.push(cell.sign.status.sentence);
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function ownSentence(sign: Assessed): string {
  if (sign.mean.value === null) return "";
  if (sign.interval.value === null) return "In its own words every work reads the same, so there is no interval.";
  const direction = directionOf(sign.interval.value);
  if (direction === null) return "In its own words it leans neither way clearly.";
  return direction === "critical" ? "Critical in its own words." : "In its own words it speaks for the target.";
}

function quotedSentence(sign: Assessed, quoted: Assessed): string {
  if (sign.mean.value === null || quoted.mean.value === null) return "";
  const difference = quoted.mean.value - sign.mean.value;
  if (difference === 0) return "The people it quotes lean the same way.";
  const start = difference < 0 ? "The people it quotes are more critical" : "The people it quotes are less critical";
  if (sign.interval.value === null || quoted.interval.value === null) return `${start}.`;
  return overlap(sign.interval.value, quoted.interval.value) ? `${start}, but not clearly so: the two intervals overlap.` : `${start}.`;
}
