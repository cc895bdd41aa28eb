import type { FactProposal, FigureMention, TimeMention } from "../mention";
import type { ComparedArticle } from "../passage";
import { figuresCompatible, fineness, sameUnit, timesCompatible } from "./compatible";
import { type MentionRole, type Roles, rolesOf, type RoleTerm } from "./roles";
import { isGeneral } from "./units";

/** What an article names: its sentences, times and figures, both in the order of the text. */
export type Told = { readonly article: ComparedArticle; readonly times: readonly TimeMention[]; readonly figures: readonly FigureMention[] };

/** From this likeness on two mentions are proposed as one fact (chosen on the invented sets of the tests). */
const LEAST = 0.3;
/** What stands near a mention against what its sentence tells. */
const NEAR = 0.65;
/** Added where the event that stands nearest is of one kind. */
const HEAD = 0.15;
const [EVENT, NAME] = [1.6, 0.8];
/** A shared word has to stand this near to one of the two (of 1). */
const CLOSE = 0.4;
/** Money, people and measures are told of everything: in one language two such sentences share more than one word. */
const LEAST_SHARED = 2;
/** Grains of time between which no fact is proposed: a moment and a decade. */
const MOST_APART = 3;
const SHOWN = 5;

type Mention = { readonly subject: "time"; readonly at: TimeMention } | { readonly subject: "figure"; readonly at: FigureMention };
type Weighed = Mention & { readonly near: ReadonlyMap<string, number>; readonly nearLength: number; readonly language: string | null; readonly head: string | null; /** How near each word stands, 0..1. */ readonly share: ReadonlyMap<string, number>; readonly sentence: ReadonlySet<string>; readonly sentenceLength: number };

/**
 * Pairs of times and of figures of two articles that seem to tell one fact, the likeliest first. What decides is what
 * stands around them: the words of their clause by how near they are, kinds of events and synonyms as one, and the words
 * and names of the two sentences, rare ones counting more (TF-IDF over all sentences). Whether the values are equal
 * decides nothing. In each pair of articles a mention is in one proposal at most. None of it is a conflict: a person says that.
 */
export function proposeFacts(told: readonly Told[]): FactProposal[] {
  const read = told.map(({ article, times, figures }) => {
    const mentions = [...times.map((at): Mention => ({ subject: "time", at })), ...figures.map((at): Mention => ({ subject: "figure", at }))].sort((a, b) => a.at.sentence - b.at.sentence || a.at.start - b.at.start);
    return { mentions, ...rolesOf(article, mentions.map(({ at }) => at)) };
  });
  const weight = weigher(read);
  const terms = new Map(read.flatMap((one) => [...one.terms]));
  const weighed = read.map(({ mentions, roles }, n) => mentions.map((mention, i) => weigh(mention, roles[i]!, weight, terms, told[n]!.article.language)));
  const proposals: FactProposal[] = [];
  // The words that are shown are those of the first article of a pair.
  for (let i = 0; i < weighed.length; i += 1) for (let j = i + 1; j < weighed.length; j += 1) proposals.push(...between(weighed[i]!, weighed[j]!, read[i]!.terms, weight));
  return proposals.sort((a, b) => b.likeness - a.likeness || (a.a.articleId < b.a.articleId ? -1 : a.a.articleId > b.a.articleId ? 1 : a.a.start - b.a.start));
}

type Weigher = (key: string) => number;

/** How much a term says: the logarithm of how rare it is among all sentences, events more, names less. */
function weigher(read: readonly Roles[]): Weigher {
  const [all, terms] = [read.reduce((sum, { sentences }) => sum + sentences.length, 0), new Map<string, RoleTerm>()];
  const held = new Map<string, number>();
  for (const one of read) {
    for (const [key, term] of one.terms) if (!terms.has(key)) terms.set(key, term);
    for (const sentence of one.sentences) for (const key of sentence) held.set(key, (held.get(key) ?? 0) + 1);
  }
  const weights = new Map([...held].map(([key, n]) => {
    const term = terms.get(key);
    return [key, Math.log(1 + all / n) * (term?.event ? EVENT : term?.name ? NAME : 1)] as const;
  }));
  return (key) => weights.get(key) ?? 0;
}

function weigh(mention: Mention, { near, sentence }: MentionRole, weight: Weigher, terms: ReadonlyMap<string, RoleTerm>, language: string | null): Weighed {
  const weights = new Map([...near].map(([key, share]) => [key, share * weight(key)] as const));
  const length = (values: Iterable<number>): number => Math.sqrt([...values].reduce((sum, value) => sum + value * value, 0));
  const events = [...near].filter(([key]) => terms.get(key)?.event).sort((a, b) => b[1] - a[1]);
  return { ...mention, language, share: near, head: events[0]?.[0] ?? null, near: weights, nearLength: length(weights.values()), sentence, sentenceLength: length([...sentence].map(weight)) };
}

function between(ours: readonly Weighed[], theirs: readonly Weighed[], terms: ReadonlyMap<string, RoleTerm>, weight: Weigher): FactProposal[] {
  const pairs: { a: Weighed; b: Weighed; likeness: number; shared: string[] }[] = [];
  for (const a of ours)
    for (const b of theirs) {
      if (!comparable(a, b)) continue;
      const shared = [...a.near.keys()].filter((key) => b.near.has(key));
      // Names alone tell who, not what.
      if (!shared.some((key) => terms.get(key)?.name === false && Math.max(a.share.get(key)!, b.share.get(key)!) >= CLOSE)) continue;
      if (a.subject === "figure" && isGeneral(a.at.unit) && a.language === b.language && [...a.sentence].filter((key) => b.sentence.has(key)).length < LEAST_SHARED) continue;
      const likeness = NEAR * nearness(a, b, shared) + (1 - NEAR) * sentences(a, b, weight) + (a.head !== null && a.head === b.head ? HEAD : 0);
      if (likeness >= LEAST) pairs.push({ a, b, likeness, shared });
    }
  pairs.sort((x, y) => y.likeness - x.likeness || x.a.at.start - y.a.at.start || x.b.at.start - y.b.at.start);
  const taken = new Set<Weighed>();
  return pairs.flatMap(({ a, b, likeness, shared }): FactProposal[] => {
    if (taken.has(a) || taken.has(b)) return [];
    taken.add(a).add(b);
    const words = shared.sort((x, y) => weight(y) - weight(x) || (x < y ? -1 : 1)).slice(0, SHOWN).map((key) => terms.get(key)?.shown ?? key);
    return [{ subject: a.subject, a: a.at, b: b.at, likeness: Math.min(1, Number(likeness.toFixed(4))), words, compatible: compatible(a, b) }];
  });
}

const compatible = (a: Mention, b: Mention): boolean => (a.subject === "time" && b.subject === "time" ? timesCompatible(a.at, b.at) : a.subject === "figure" && b.subject === "figure" ? figuresCompatible(a.at, b.at) : true);

function comparable(a: Mention, b: Mention): boolean {
  if (a.subject === "figure" && b.subject === "figure") return sameUnit(a.at, b.at);
  if (a.subject !== "time" || b.subject !== "time") return false;
  const [x, y] = [fineness(a.at), fineness(b.at)];
  return x === null || y === null || Math.abs(x - y) <= MOST_APART;
}

const nearness = (a: Weighed, b: Weighed, shared: readonly string[]): number => (a.nearLength === 0 || b.nearLength === 0 ? 0 : shared.reduce((sum, key) => sum + a.near.get(key)! * b.near.get(key)!, 0) / (a.nearLength * b.nearLength));

function sentences(a: Weighed, b: Weighed, weight: Weigher): number {
  if (a.sentenceLength === 0 || b.sentenceLength === 0) return 0;
  let sum = 0;
  for (const key of a.sentence) if (b.sentence.has(key)) sum += weight(key) ** 2;
  return sum / (a.sentenceLength * b.sentenceLength);
}
