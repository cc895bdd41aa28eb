import { type Voice, VOICES } from "@/lib/annotations/span";
import { type Framing, FRAMINGS } from "@/lib/codebook/framing";
import { isId } from "@/lib/kernel/id";
import type { CountedVoice } from "./from-rollup";
import type { Grouping } from "./rows";

/** Whose number: an outlet's (or publisher's) by id, or one work of unknown outlet. Of the three ids one is given. */
export interface SpanQuery {
  readonly by: Grouping;
  readonly outletId?: string | undefined;
  readonly publisherId?: string | undefined;
  readonly workId?: string | undefined;
  readonly articleId?: string | undefined;
  readonly targetId: string;
  readonly voice?: Voice | undefined;
  readonly framing?: Framing | undefined;
}

/** The voices whose spans a number counts. By publisher, its own words above a copy are its own voice. */
export function countedVoices(by: Grouping, voice: Voice | undefined): CountedVoice[] {
  const own: CountedVoice[] = by === "publisher" ? ["own", "own_publisher"] : ["own"];
  if (voice === undefined) return [...own, "quoted", "embedded"];
  return voice === "own" ? own : [voice];
}

/** A place in the list of spans: behind the span at this offset (code points) of this article. */
export interface SpanCursor {
  readonly articleId: string;
  readonly start: number;
  readonly spanId: string;
}

/** The cursor as it stands in an address. */
export const writeSpanCursor = (at: SpanCursor): string => `${at.articleId}.${at.start}.${at.spanId}`;

/** Reads what `writeSpanCursor` wrote; null for anything else. */
export function readSpanCursor(text: string): SpanCursor | null {
  const [articleId, start = "", spanId, ...rest] = text.split(".");
  if (rest.length > 0 || !isId(articleId) || !isId(spanId) || !/^\d{1,9}$/u.test(start)) return null;
  return { articleId: articleId.toLowerCase(), start: Number(start), spanId: spanId.toLowerCase() };
}

/** Reads a query from an address; null unless it names one whose-words, one target, and nothing that does not exist. */
export function readSpanQuery(asked: Readonly<Record<string, string | string[] | undefined>>): SpanQuery | null {
  const ids = Object.fromEntries(["outletId", "publisherId", "workId", "articleId"].flatMap((name) => (isId(asked[name]) ? [[name, asked[name]]] : [])));
  const { targetId, voice, framing } = asked;
  const known = (value: unknown, all: readonly string[]): boolean => value === undefined || all.includes(value as string);
  if (Object.keys(ids).length !== 1 || !isId(targetId) || !known(voice, VOICES) || !known(framing, FRAMINGS)) return null;
  return { by: asked["by"] === "publisher" ? "publisher" : "outlet", ...ids, targetId, voice: voice as Voice | undefined, framing: framing as Framing | undefined };
}
