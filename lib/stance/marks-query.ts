import { VOICES } from "@/lib/annotations/span";
import { type Framing, FRAMINGS } from "@/lib/codebook/framing";
import { isId } from "@/lib/kernel/id";
import { err, ok, type Result } from "@/lib/kernel/result";
import type { ChosenVoice, StanceChoice } from "./choice";
import { type Asked, type BadParam, type ChoiceParam, choiceFrom, choiceParams } from "./choice-address";
import type { Grouping } from "./grouping";

/** The voices that spans are listed by; `none`: not asked. */
export const LISTED_VOICES = [...VOICES, "none"] as const;
export type ListedVoice = (typeof LISTED_VOICES)[number];

/** Which spans behind a figure: those of an outlet (or publisher), of one work of it, of one article or coder. */
export type MarksQuery = {
  readonly choice: StanceChoice;
  readonly targetId: string;
  /** With a work alone, its copies whose outlet (or publisher) nobody knows. */
  readonly groupId: string | null;
  readonly workId: string | null;
  readonly articleId: string | null;
  /** An annotator, or `NO_ONE` for the settled record. */
  readonly coderId: string | null;
  /** Null: every voice that the choice counts. */
  readonly voice: ListedVoice | null;
  readonly framing: Framing | null;
};

/** The names of a query in an address, beside those of its choice. */
export const MARKS_PARAMS = ["outlet", "work", "article", "coder", "in", "framing"] as const;
export type MarksParam = (typeof MARKS_PARAMS)[number];
export type BadQuery = { readonly field: ChoiceParam | MarksParam; readonly message: string };

/** Reads a query from an address. It names one target, and an outlet, a work or an article; what means nothing is refused with its field. */
export function marksQueryFrom(asked: Asked): Result<MarksQuery, BadQuery | BadParam> {
  const choice = choiceFrom(asked);
  if (!choice.ok) return choice;
  const given = (name: MarksParam): string | null => {
    const value = asked[name];
    return typeof value === "string" && value !== "" ? value.toLowerCase() : null;
  };
  const twice = MARKS_PARAMS.find((name) => typeof asked[name] === "object");
  if (twice) return err({ field: twice, message: "is given more than once" });
  const mangled = (["outlet", "work", "article", "coder"] as const).find((name) => given(name) !== null && !isId(given(name)));
  if (mangled) return err({ field: mangled, message: "must be an id" });
  const [targetId, another] = choice.value.targetIds;
  if (targetId === undefined || another !== undefined) return err({ field: "target", message: "must be one target" });
  if (given("outlet") === null && given("work") === null && given("article") === null) return err({ field: "outlet", message: "is missing: name an outlet, a work or an article" });
  const [voice, framing] = [LISTED_VOICES.find((each) => each === given("in")) ?? null, FRAMINGS.find((each) => each === given("framing")) ?? null];
  if (given("in") !== null && voice === null) return err({ field: "in", message: `must be one of ${LISTED_VOICES.join(", ")}` });
  if (given("framing") !== null && framing === null) return err({ field: "framing", message: `must be one of ${FRAMINGS.join(", ")}` });
  return ok({ choice: choice.value, targetId, groupId: given("outlet"), workId: given("work"), articleId: given("article"), coderId: given("coder"), voice, framing });
}

/** A query as parameters of an address; `marksQueryFrom` reads them back. */
export function marksParams(query: MarksQuery): Partial<Record<ChoiceParam | MarksParam, string>> {
  const own = { outlet: query.groupId, work: query.workId, article: query.articleId, coder: query.coderId, in: query.voice, framing: query.framing };
  return { ...choiceParams({ ...query.choice, targetIds: [query.targetId] }), ...Object.fromEntries(Object.entries(own).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))) };
}

/** What the sums call the voices whose spans a query lists. By publisher, its own words above a copy (`publisher`) are its own voice; by outlet they are nobody's. */
export function countedVoices(by: Grouping, voice: ListedVoice | null, chosen: ChosenVoice): string[] {
  const own = by === "publisher" ? ["own", "publisher"] : ["own"];
  if (voice !== null) return voice === "own" ? own : [voice];
  if (chosen !== "all") return chosen === "own" ? own : ["quoted"];
  return [...own, "quoted", "embedded", "none"];
}

/** A place in the list of spans: behind the span at this offset (code points) of this article. */
export type MarkCursor = { readonly articleId: string; readonly start: number; readonly spanId: string };

/** The cursor as it stands in an address. */
export const writeMarkCursor = (at: MarkCursor): string => `${at.articleId}.${at.start}.${at.spanId}`;

/** Reads what `writeMarkCursor` wrote; null for anything else. */
export function readMarkCursor(text: string): MarkCursor | null {
  const [articleId, start = "", spanId, ...rest] = text.split(".");
  if (rest.length > 0 || !isId(articleId) || !isId(spanId) || !/^\d{1,9}$/u.test(start)) return null;
  return { articleId: articleId.toLowerCase(), start: Number(start), spanId: spanId.toLowerCase() };
}
