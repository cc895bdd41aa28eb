import { foldText } from "@/lib/text/fold";
import { saysNothing } from "@/lib/text/stop-words";
import { codePointLength } from "@/lib/text/units";
import { stem } from "../align/stem";
import type { ComparedArticle, Sentence } from "../passage";
import { calendarOf } from "../times/calendars";
import { type TimeToken, timeTokens } from "../times/tokens";
import { type Clause, clausesOf, type TokenRange } from "./clauses";
import { eventOf } from "./event-words";
import { isGeneral } from "./units";

/** A place of a mention, in code points of the article. Of a figure, with what it counts. */
export type Place = { readonly start: number; readonly end: number; readonly sentence: number; readonly unit?: string };

/** One word of a sentence as it is compared. `event`: a kind of event; `name`: written with a capital inside a sentence. */
export type RoleTerm = { readonly key: string; readonly shown: string; readonly event: boolean; readonly name: boolean };

/** What a mention is about: the words of its clause by how near they stand (0..1), and all words of its sentence. */
export type MentionRole = { readonly near: ReadonlyMap<string, number>; readonly sentence: ReadonlySet<string> };

/** The roles of an article's mentions, in their order, and every term by its key. */
export type Roles = { readonly roles: readonly MentionRole[]; readonly terms: ReadonlyMap<string, RoleTerm>; /** The terms of each sentence, for weighing. */ readonly sentences: readonly ReadonlySet<string>[] };

const CAPITAL = /^\p{Lu}/u;
/** A word this many tokens from a mention counts half. */
const HALF = 6;
/** A clause that holds the mention alone ("In 2003,") lends the words of those around it, somewhat less. */
const LENT = 0.9;
/** Words of a neighbour clause behind a comma, and of the rest of the sentence. */
const [BESIDE, FAR] = [0.5, 0.2];

/** Who says a thing, and words of time and order, are not what a time or figure is about. */
const SAYING = new Set(["say", "says", "said", "told", "tell", "tells", "according", "reported", "reportedly", "reports", "claim", "claims", "claimed", "stated", "added", "asked", "sagt", "sagte", "laut", "dit", "selon", "affirme", "during", "followed", "following", "including", "later", "earlier", "early", "late", "least", "während"]);

/**
 * What each mention of an article is about.
 * @param places in the order of the text, each inside one sentence, none over another
 */
export function rolesOf(article: ComparedArticle, places: readonly Place[]): Roles {
  const terms = new Map<string, RoleTerm>();
  const bySentence = new Map<number, Place[]>();
  for (const place of places) bySentence.set(place.sentence, [...(bySentence.get(place.sentence) ?? []), place]);
  const roles: MentionRole[] = [];
  const sentences: ReadonlySet<string>[] = [];
  for (const sentence of article.sentences) {
    const mentions = bySentence.get(sentence.index) ?? [];
    const tokens = timeTokens(sentence.text);
    const ranges = tokenRanges(tokens, sentence, mentions);
    const keys = tokens.map((token, i): string | null => (ranges.some(({ from, to }) => i >= from && i < to) ? null : keyOf(token, i, article.language, terms)));
    const all = new Set(keys.flatMap((key) => key ?? []));
    sentences.push(new Set([...all, ...mentions.flatMap(({ unit }) => telling(unit, article.language, terms) ?? [])]));
    if (ranges.length === 0) continue;
    const clauses = clausesOf(tokens, ranges);
    for (const [i, range] of ranges.entries()) {
      const near = nearOf(range, clauses, keys, ranges);
      const unit = telling(mentions[i]!.unit, article.language, terms);
      roles.push({ near: unit === null ? near : new Map([...near, [unit, 1]]), sentence: all });
    }
  }
  return { roles, terms, sentences };
}

/** The key of a unit that says what a figure is about: "signatures", not "people", "%" or "hours". */
function telling(unit: string | undefined, language: string | null, terms: Map<string, RoleTerm>): string | null {
  if (unit === undefined || isGeneral(unit)) return null;
  const key = `#${stem(unit, language)}`;
  terms.set(key, { key, shown: unit, event: true, name: false });
  return key;
}

function tokenRanges(tokens: readonly TimeToken[], { text, start }: Sentence, places: readonly Place[]): TokenRange[] {
  let [token, unit, point] = [0, 0, start];
  const pointOf = (at: number): number => {
    point += codePointLength(text.slice(unit, at));
    unit = at;
    return point;
  };
  return places.map((place) => {
    while (token < tokens.length && pointOf(tokens[token]!.start) < place.start) token += 1;
    const from = token;
    while (token < tokens.length && pointOf(tokens[token]!.start) < place.end) token += 1;
    return { from, to: Math.max(token, from + 1) };
  });
}

function keyOf(token: TimeToken, at: number, language: string | null, terms: Map<string, RoleTerm>): string | null {
  if (token.kind !== "word" || token.lower === "") return null;
  const folded = foldText(token.lower).text.replace(/'s?$/u, "");
  if (folded.length < 2 || saysNothing([folded])) return null;
  const { months, weekdays, units } = calendarOf(language);
  if (months.has(token.lower) || weekdays.has(token.lower) || units.has(token.lower)) return null;
  const name = at > 0 && CAPITAL.test(token.text) && !/^de\b/iu.test(language ?? "");
  const concept = name ? null : eventOf(folded, language);
  if (SAYING.has(folded)) return null;
  const bare = stem(folded, language);
  // "Albania" and "Albanian" are one name, "inspected" and "inspectors" one matter.
  const key = concept !== null ? `!${concept}` : name && bare.length > 4 ? bare.replace(/(?:ians?|ia|ans?|is?|ese|ish)$/u, "") : bare.length > 6 ? bare.replace(/(?:ations?|ions?|ors?|ers?|ments?)$/u, "") : bare;
  const known = terms.get(key);
  if (!known) terms.set(key, { key, shown: token.text.replace(/['’]s?$/u, ""), event: concept !== null, name });
  return key;
}

function nearOf(range: TokenRange, clauses: readonly Clause[], keys: readonly (string | null)[], ranges: readonly TokenRange[]): ReadonlyMap<string, number> {
  const own = clauses.findIndex(({ from, to }) => range.from >= from && range.from < to);
  const near = new Map<string, number>();
  const raise = (key: string | null | undefined, value: number): void => {
    if (key && (near.get(key) ?? 0) < value) near.set(key, value);
  };
  const flat = ({ from, to }: TokenRange, value: number): void => {
    for (let i = from; i < to; i += 1) raise(keys[i], value);
  };
  if (own < 0) return near;
  const { from, to } = clauses[own]!;
  for (let i = from; i < to; i += 1) raise(keys[i], 1 / (1 + Math.max(0, (i < range.from ? range.from - i : i - range.to + 1) - 1) / HALF));
  const taken = (clause: TokenRange): boolean => ranges.some((one) => one !== range && one.from >= clause.from && one.from < clause.to);
  // "In 2003, …" belongs to what follows, "…, in 2003" to what went before. Another mention's clause is its own.
  const alone = near.size === 0;
  for (let i = own + 1; alone && i < clauses.length && !taken(clauses[i]!); i += 1) flat(clauses[i]!, LENT);
  if (near.size === 0) for (let i = own - 1; i >= 0 && !taken(clauses[i]!); i -= 1) flat(clauses[i]!, LENT);
  for (let i = own + 1; i < clauses.length && clauses[i]!.loose && !taken(clauses[i]!); i += 1) flat(clauses[i]!, BESIDE);
  for (let i = own; i > 0 && clauses[i]!.loose && !taken(clauses[i - 1]!); i -= 1) flat(clauses[i - 1]!, BESIDE);
  flat({ from: 0, to: keys.length }, FAR);
  return near;
}
