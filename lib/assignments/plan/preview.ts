import type { Phase, Strategy } from "./strategy";

/** One person in a preview. */
export type PreviewPerson = {
  memberId: string;
  pseudonym: string;
  /** How many articles they get, and how many they have then in all. */
  added: number;
  total: number;
  /** They get them once they have passed practice. */
  locked: boolean;
};

/** What an assignment would do, before it is done. */
export type Preview = {
  strategy: Strategy;
  phase: Phase;
  round: number;
  seed: string;
  /** Names exactly this plan; confirming says it again. */
  digest: string;
  works: number;
  /** Works that get somebody new, or places in a pool. */
  given: number;
  /** Chosen articles that carry the same words as another chosen one. */
  copies: number;
  /** Chosen articles that are left out because they have none of the named blocks. */
  withoutBlocks: number;
  assignments: number;
  places: number;
  people: PreviewPerson[];
  /** How many articles pairs of people share in this phase and round, with what stands; the table only for 40 people or fewer. */
  overlap: { min: number; max: number; none: number; table: number[][] | null } | null;
  /** Works that lack people, the first 50 of them by name. */
  short: { count: number; items: { articleId: string; title: string; missing: number }[] };
  warnings: string[];
};

/** What warnings are made from, beside the preview. */
export type WarningFacts = {
  readonly strategy: Strategy;
  readonly perWork: number;
  readonly round: number;
  readonly inPractice: boolean;
  readonly withKey: number;
  readonly overdue: boolean;
  readonly standing: number;
};

const articles = (n: number): string => `${n.toLocaleString("en")} ${n === 1 ? "article" : "articles"}`;
const people = (n: number): string => `${n.toLocaleString("en")} ${n === 1 ? "person" : "people"}`;
const pairs = (n: number): string => `${n.toLocaleString("en")} ${n === 1 ? "pair" : "pairs"}`;

/** What a person should know before confirming, in words. */
export function warningsOf(preview: Omit<Preview, "warnings" | "digest">, facts: WarningFacts): string[] {
  const { short, overlap, copies, withoutBlocks } = preview;
  const said: string[] = [];
  const say = (when: boolean, words: string) => when && said.push(words);
  const nothing = preview.assignments + preview.places === 0;
  say(nothing && facts.standing > 0 && facts.round === 1, "All of this is assigned already.");
  say(nothing && facts.round > 1, `Nobody here submitted these articles in round ${facts.round - 1}, so there is nothing for round ${facts.round}.`);
  say(short.count > 0, `${articles(short.count)} ${short.count === 1 ? "gets" : "get"} fewer than ${people(facts.perWork)}.`);
  const spreads = facts.strategy === "balanced" || facts.strategy === "strata" || facts.strategy === "reliability";
  say(spreads && !nothing && facts.perWork > 1 && (overlap?.none ?? 0) > 0, `${pairs(overlap?.none ?? 0)} of people would share no article. More articles, or more people per article, mend that.`);
  const added = preview.people.map((person) => person.added);
  const gap = Math.max(0, ...added) - Math.min(...added, Infinity);
  say(spreads && gap > 1 && Number.isFinite(gap), `The new loads differ by ${gap}, because of what people have already.`);
  say(copies > 0, `${articles(copies)} ${copies === 1 ? "is a copy" : "are copies"} of others here. A work counts once, so ${copies === 1 ? "it is" : "they are"} left out.`);
  say(withoutBlocks > 0, `${articles(withoutBlocks)} ${withoutBlocks === 1 ? "has" : "have"} none of the named parts and ${withoutBlocks === 1 ? "is" : "are"} left out.`);
  const locked = preview.people.filter((person) => person.locked && person.added > 0).length;
  say(locked > 0, `${people(locked)} ${locked === 1 ? "has" : "have"} not passed practice yet and will see these articles afterwards.`);
  const without = preview.works - facts.withKey;
  say(facts.inPractice && !nothing && without > 0, `${articles(without)} ${without === 1 ? "has" : "have"} no answer key, so nobody learns there how they did.`);
  say(!facts.inPractice && facts.withKey > 0, `${articles(facts.withKey)} ${facts.withKey === 1 ? "has" : "have"} an answer key. Work on ${facts.withKey === 1 ? "it" : "them"} stays out of every figure.`);
  say(facts.overdue, "The due date is in the past.");
  return said;
}
