import { minuteOf } from "@/lib/compare/times/minutes";
import { type Fact, standingOf, type Timeline, type ToldTime } from "@/lib/compare/timeline";
import { STRIP_WIDTH, type StripField, type StripLane } from "./compare-timeline";

/** How far apart two times are, in the unit that reads best; 0 where they touch. */
export type Gap = { readonly n: number; readonly rest: number; readonly unit: "minutes" | "hours" | "days" | "months" | "years" };

const HOUR = 60;
const DAY = 24 * HOUR;

/** The least time that lies between two times; null where one has no place or they touch. */
export function gapOf(a: ToldTime, b: ToldTime): Gap | null {
  const ends = ({ from, to }: ToldTime) => [from === null ? -Infinity : minuteOf(from), to === null ? Infinity : minuteOf(to)] as const;
  const [x, y] = [ends(a), ends(b)];
  const minutes = Math.max(x[0], y[0]) - Math.min(x[1], y[1]);
  if (!Number.isFinite(minutes) || minutes <= 1) return null;
  if (minutes < 90) return { n: Math.round(minutes), rest: 0, unit: "minutes" };
  if (minutes < 2 * DAY) return { n: Math.floor(minutes / HOUR), rest: Math.round(minutes % HOUR) % 60, unit: "hours" };
  if (minutes < 60 * DAY) return { n: Math.round(minutes / DAY), rest: 0, unit: "days" };
  if (minutes < 730 * DAY) return { n: Math.round(minutes / (30.44 * DAY)), rest: 0, unit: "months" };
  return { n: Math.round(minutes / (365.25 * DAY)), rest: 0, unit: "years" };
}

/** Whether a time is exact: sharp, closed, and no longer than a day. */
export const isExact = ({ from, to, vague, kind }: ToldTime): boolean => !vague && from !== null && to !== null && minuteOf(to) - minuteOf(from) < DAY && kind !== "since" && kind !== "until";

const keyOf = ({ articleId, start }: { readonly articleId: string; readonly start: number }): string => `${articleId} ${start}`;

/** What the strip draws of a timeline: a lane for each article, and a field for each conflict and each pair of which both cannot be true. */
export function stripOf(timeline: Timeline, names: (articleId: string) => string, words: { readonly quote: (text: string) => string; readonly field: (gap: Gap | null, said: boolean) => string }): { readonly lanes: StripLane[]; readonly fields: StripField[]; readonly width: number } {
  const facts = timeline.facts.filter((fact) => fact.subject === "time" && standingOf(fact) !== "different");
  const weights = new Map<string, number>();
  for (const fact of facts) for (const one of [fact.a, fact.b]) weights.set(keyOf(one), Math.max(weights.get(keyOf(one)) ?? 0, standingOf(fact) === "conflict" ? 3 : fact.compatible ? 1 : 2));
  const lanes = timeline.articles.map(({ id }): StripLane => ({
    name: names(id),
    marks: timeline.times.flatMap((time) => {
      if (time.articleId !== id || (time.from === null && time.to === null)) return [];
      const ends = { from: time.from === null ? null : minuteOf(time.from), to: time.to === null ? null : minuteOf(time.to) };
      // What began, or ended, within a span goes on beyond it.
      const open = time.kind === "since" ? { ...ends, to: null } : time.kind === "until" ? { ...ends, from: null } : ends;
      return [{ key: keyOf(time), ...open, exact: isExact(time), label: words.quote(time.quote), weight: weights.get(keyOf(time)) ?? 0 }];
    }),
  }));
  const fields = facts.flatMap((fact): StripField[] => {
    const said = standingOf(fact) === "conflict";
    return said || (standingOf(fact) === "open" && !fact.compatible) ? [{ keys: [keyOf(fact.a), keyOf(fact.b)], said, words: words.field(gapOf(fact.a as ToldTime, fact.b as ToldTime), said) }] : [];
  });
  return { lanes, fields: joined(fields), width: STRIP_WIDTH };
}

/** Conflicts that share a time are one field, with the words of the first. */
function joined(fields: readonly StripField[]): StripField[] {
  return fields.reduce<StripField[]>((all, field) => {
    const touching = all.filter((one) => one.said === field.said && one.keys.some((key) => field.keys.includes(key)));
    if (touching.length === 0) return [...all, field];
    return [...all.filter((one) => !touching.includes(one)), { ...touching[0]!, keys: [...new Set([...touching.flatMap(({ keys }) => keys), ...field.keys])] }];
  }, []);
}

/** The pairs of a timeline by the mentions they join, for lists. */
export const factsAt = (facts: readonly Fact[]): ReadonlyMap<string, Fact[]> => {
  const found = new Map<string, Fact[]>();
  for (const fact of facts) for (const one of [fact.a, fact.b]) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), fact]);
  return found;
};
