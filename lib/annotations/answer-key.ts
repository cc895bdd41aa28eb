import type { Framing } from "@/lib/codebook/framing";
import { bestMatching } from "./best-matching";
import type { JudgementValue, SpanPart, Voice } from "./span";

/** What a mark says, as far as a key asks for it. */
export type KeyedMark = {
  readonly id: string;
  readonly parts: readonly SpanPart[];
  readonly targetId: string;
  readonly framing: Framing;
  readonly voice: Voice | null;
  readonly labelIds: readonly string[];
};

/** A mark of the key, with the reason that a coder reads afterwards. */
export type KeyMark = KeyedMark & { readonly reason: string };

/** The right answer for one article: its marks and, where given, its judgements. */
export type KeyContent = {
  readonly spans: readonly KeyMark[];
  readonly judgements: readonly { readonly targetId: string; readonly value: JudgementValue }[];
  /** Marks whose words went with a corrected text; nothing is compared with them. */
  readonly orphaned?: readonly KeyMark[];
};

/** `different`: the place is right, but not the framing or the target. */
export type Verdict = "hit" | "different" | "missed" | "extra";
/** What differs between two marks of one place; voice and labels alone do not make a mark wrong. */
export type Difference = "framing" | "target" | "voice" | "labels";

/** One line of feedback: a mark of the annotator, one of the key, or both. */
export type KeyLine = { readonly verdict: Verdict; readonly own: KeyedMark | null; readonly key: KeyMark | null; readonly differs: readonly Difference[] };

/** The comparison of one submission with a key. `score` lies in 0..1. */
export type KeyComparison = { readonly lines: readonly KeyLine[]; readonly hits: number; readonly different: number; readonly missed: number; readonly extra: number; readonly score: number };

/** How many code points two marks have in common. */
export function commonCodePoints(a: readonly SpanPart[], b: readonly SpanPart[]): number {
  let common = 0;
  for (const x of a) for (const y of b) common += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return common;
}

const length = (parts: readonly SpanPart[]): number => parts.reduce((sum, part) => sum + part.end - part.start, 0);

/** Rather the right target and framing than more common words: each step outweighs all that come after it. */
function closeness(own: KeyedMark, key: KeyedMark): number {
  const common = commonCodePoints(own.parts, key.parts);
  if (common === 0) return 0;
  const share = common / (length(own.parts) + length(key.parts) - common);
  return (own.targetId === key.targetId && own.framing === key.framing ? 8 : 0) + (own.targetId === key.targetId ? 2 : 0) + (own.framing === key.framing ? 1 : 0) + share;
}

function differences(own: KeyedMark, key: KeyedMark): Difference[] {
  const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id));
  return [
    ...(own.framing === key.framing ? [] : (["framing"] as const)),
    ...(own.targetId === key.targetId ? [] : (["target"] as const)),
    ...(own.voice === key.voice || key.voice === null ? [] : (["voice"] as const)),
    ...(same(own.labelIds, key.labelIds) ? [] : (["labels"] as const)),
  ];
}

/**
 * Compares an annotator's marks with the key, each mark with at most one of the other side that shares words with it
 * (the matching with the most right codes, then the most common words). A hit has the key's target and framing.
 * The score is the F1 of hits: 2·hits / (own marks + key marks); 1 where neither side marked anything, since marking
 * nothing was then the right answer.
 */
export function compareWithKey(own: readonly KeyedMark[], key: KeyContent): KeyComparison {
  const pairs = bestMatching(own.length, key.spans.length, (l, r) => closeness(own[l]!, key.spans[r]!));
  const lines: KeyLine[] = pairs.map(([l, r]) => {
    const differs = differences(own[l]!, key.spans[r]!);
    return { verdict: differs.includes("framing") || differs.includes("target") ? "different" : "hit", own: own[l]!, key: key.spans[r]!, differs };
  });
  const [matchedOwn, matchedKey] = [new Set(pairs.map(([l]) => l)), new Set(pairs.map(([, r]) => r))];
  own.forEach((mark, i) => !matchedOwn.has(i) && lines.push({ verdict: "extra", own: mark, key: null, differs: [] }));
  key.spans.forEach((mark, i) => !matchedKey.has(i) && lines.push({ verdict: "missed", own: null, key: mark, differs: [] }));
  const count = (verdict: Verdict): number => lines.filter((line) => line.verdict === verdict).length;
  const hits = count("hit");
  const marks = own.length + key.spans.length;
  return { lines: lines.sort((a, b) => placeOf(a) - placeOf(b)), hits, different: count("different"), missed: count("missed"), extra: count("extra"), score: marks === 0 ? 1 : (2 * hits) / marks };
}

const placeOf = (line: KeyLine): number => Math.min(...[...(line.own?.parts ?? []), ...(line.key?.parts ?? [])].map((part) => part.start));

/**
 * Whether practice is passed: at least `minimum` articles with a key were submitted, and the mean score of the last
 * `minimum` first tries reaches `threshold`. Scores come oldest first.
 */
export function practiceStanding(scores: readonly number[], rule: { readonly threshold: number; readonly minimum: number }): { readonly done: number; readonly mean: number | null; readonly passed: boolean } {
  const last = scores.slice(-rule.minimum);
  const mean = last.length === 0 ? null : last.reduce((sum, score) => sum + score, 0) / last.length;
  // A threshold of .7 is reached by .7, whatever the sum of its thirds is in binary.
  return { done: scores.length, mean, passed: last.length >= rule.minimum && mean !== null && mean >= rule.threshold - 1e-9 };
}
