import type { TimeMention } from "../mention";
import type { ComparedArticle, Sentence } from "../passage";
import { codePointLength } from "@/lib/text/units";
import { adjusted } from "./adjust";
import { calendarOf } from "./calendars";
import { civil, DAY, dayOf, isoMinute } from "./minutes";
import { type Context, type Placed, placed } from "./resolve";
import { readTime, type ReadTime } from "./read-time";
import { timeTokens } from "./tokens";

/** A day told this many sentences ago is still the one that a time of day means. */
const NEAR = 3;
/** An article tells fewer; more come of tables and hostile text. */
export const MOST_TIMES = 500;

/**
 * Every time that an article's sentences name, in their order, at most 500. What hangs on the day of publication is
 * placed where that day is known; what hangs on another event stays relative, with its anchor. Ages, prices, page
 * numbers and names of roads are no times. Linear in the length of the text.
 * @param article sentences hold no chrome and no byline
 */
export function findTimes(article: ComparedArticle): TimeMention[] {
  const calendar = calendarOf(article.language);
  const mentions: TimeMention[] = [];
  let context: Context = { published: dayOf(article.publishedOn), day: null, year: null, clock: null, told: null, future: false };
  let daySentence = 0;
  for (const [order, sentence] of article.sentences.entries()) {
    const tokens = timeTokens(sentence.text);
    const places = offsets(sentence);
    const future = tokens.some(({ lower }) => calendar.future.has(lower));
    context = { ...context, future, ...(order - daySentence > NEAR ? { day: null, clock: null } : {}) };
    let listed: number | null = null;
    for (let at = 0; at < tokens.length; ) {
      const found = readTime({ tokens, source: sentence.text, calendar, listed }, at);
      if (!found) {
        at += 1;
        continue;
      }
      if (mentions.length === MOST_TIMES) return mentions;
      const [start, end] = [tokens[found.first]!.start, tokens[found.next - 1]!.end];
      const where = whereOf(found, context);
      const counted = found.parts.counted;
      const anchor = counted ? (counted.from === "told" ? (context.told?.text ?? null) : counted.from) : null;
      mentions.push({ articleId: article.id, start: places(start), end: places(end), sentence: sentence.index, kind: where?.kind ?? "relative", from: iso(where?.from ?? null), to: iso(where?.to ?? null), vague: where?.vague ?? true, anchor });
      if (where?.base) {
        context = { ...context, ...toldBy(where.base, sentence.text.slice(start, end)) };
        if (where.base.to - where.base.from < DAY) daySentence = order;
      }
      // A year behind a comma or "and" is one of a list.
      const link = tokens[found.next];
      listed = found.parts.year !== undefined && found.until === null && link && (link.text === "," || calendar.links.get(link.lower) === "and") ? found.next + 1 : null;
      at = listed ?? found.next;
    }
  }
  return mentions;
}

const iso = (minute: number | null): string | null => (minute === null ? null : isoMinute(minute));

type Where = { readonly kind: TimeMention["kind"]; readonly from: number | null; readonly to: number | null; readonly vague: boolean; /** What was said without its prefixes. */ readonly base: Placed };

function whereOf({ parts, until, prefixes }: ReadTime, context: Context): Where | null {
  const first = placed(parts, context);
  if (!first) return null;
  if (until === null) return { ...adjusted(first, prefixes), base: first };
  const last = placed(until, context);
  if (!last || last.to < first.from) return null;
  const base: Placed = { kind: "range", from: first.from, to: last.to, vague: first.vague || last.vague };
  return { ...adjusted(base, prefixes), base };
}

function toldBy({ from, to }: Placed, text: string): Partial<Context> {
  const day = Math.floor(from / DAY);
  return { told: { from, to, text }, year: civil(day).year, ...(to - from < DAY ? { day } : {}), ...(from === to ? { clock: from - day * DAY } : {}) };
}

/** From UTF-16 units of a sentence to code points of the article; asked in ascending order. */
function offsets({ text, start }: Sentence): (unit: number) => number {
  let [unit, point] = [0, start];
  return (to) => {
    if (to < unit) [unit, point] = [0, start];
    point += codePointLength(text.slice(unit, to));
    unit = to;
    return point;
  };
}
