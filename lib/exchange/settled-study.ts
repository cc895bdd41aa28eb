import { contentKey } from "@/lib/adjudication/same-mark";
import type { JudgementValue, SpanPart, Voice, Directness } from "@/lib/annotations/span";
import { mayHaveSpeaker, speakerName } from "@/lib/annotations/speaker";
import { distinctNames, nameKey } from "@/lib/articles/name-key";
import type { Genre } from "@/lib/articles/provenance";
import type { Device, Framing } from "@/lib/codebook/framing";
import { err, ok, type Result } from "@/lib/kernel/result";
import { canonicalText } from "@/lib/text/canonical";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint } from "@/lib/text/units";
import { readStudyLine, type StudyLine } from "./settled-study-line";

/** A mark of a settled record; its places are code points of the article's text. */
export type StudySpan = { readonly parts: readonly SpanPart[]; readonly target: string; readonly framing: Framing; readonly voice: Voice | null; readonly speaker: string | null; readonly directness: Directness; readonly device: Device | null; readonly note: string };

/** An article with its settled record, from line `line` of the file. */
export type StudyArticle = {
  readonly key: string; readonly title: string | null; readonly text: string; readonly outlet: string | null; readonly publisher: string | null; readonly genre: Genre | null; readonly language: string | null; readonly publishedOn: string | null;
  readonly url: string | null; readonly event: string | null; readonly spans: readonly StudySpan[]; readonly judgements: readonly { readonly target: string; readonly value: JudgementValue }[]; readonly line: number;
};

/** A study as its lines tell it; names are given once each, in their first spelling. */
export type SettledStudy = { readonly articles: readonly StudyArticle[]; readonly targets: readonly string[]; readonly events: readonly string[]; readonly spans: number; readonly judgements: number };

/** What is wrong with a line; `field` is where in its object, empty for the whole of it. */
export type StudyError = { readonly line: number; readonly field: string; readonly message: string };

export const MAX_ARTICLES = 5_000;
export const MAX_MARKS = 100_000;
/** Faults that one answer names. */
export const MOST_ERRORS = 50;

/**
 * Reads a study as JSON lines, one article with its settled record each (docs/formats.md); blank lines are passed over.
 * The text is `text`, or `title` and `paragraphs` with a blank line between each. Every quote must stand in the text at
 * its place, counted in code points. Every fault names its line and field; at most 50 are named.
 */
export function readSettledStudy(lines: string): Result<SettledStudy, StudyError[]> {
  const errors: StudyError[] = [];
  const articles: StudyArticle[] = [];
  const first = new Map<string, number>();
  for (const [i, text] of lines.split("\n").entries()) {
    if (text.trim() === "" || errors.length >= MOST_ERRORS) continue;
    const line = i + 1;
    const wrong = (field: string, message: string): void => void errors.push({ line, field, message });
    const read = readStudyLine(text);
    if (!read.ok) read.error.forEach((one) => wrong(one.field, one.message));
    else {
      const earlier = first.get(read.value.key);
      if (earlier !== undefined) wrong("key", `is the key of line ${earlier} already.`);
      else first.set(read.value.key, line);
      const article = articleOf(read.value, line, wrong);
      if (article) articles.push(article);
    }
  }
  const spans = articles.reduce((sum, one) => sum + one.spans.length, 0);
  if (first.size > MAX_ARTICLES) errors.push({ line: 1, field: "", message: `The limit is ${MAX_ARTICLES.toLocaleString("en")} articles; there are ${first.size.toLocaleString("en")}.` });
  if (spans > MAX_MARKS) errors.push({ line: 1, field: "", message: `The limit is ${MAX_MARKS.toLocaleString("en")} spans; there are ${spans.toLocaleString("en")}.` });
  if (first.size === 0 && errors.length === 0) errors.push({ line: 1, field: "", message: "There is no article in it." });
  if (errors.length > 0) return err(errors.slice(0, MOST_ERRORS));
  const distinct = (names: readonly (string | null)[]): string[] => distinctNames(names.filter((name) => name !== null)).map(({ name }) => name);
  return ok({
    articles, targets: distinct(articles.flatMap((one) => [...one.spans, ...one.judgements].map(({ target }) => target))), events: distinct(articles.map(({ event }) => event)),
    spans, judgements: articles.reduce((sum, one) => sum + one.judgements.length, 0),
  });
}

type Wrong = (field: string, message: string) => void;

function articleOf({ paragraphs, text: whole, ...told }: StudyLine, line: number, wrong: Wrong): StudyArticle | null {
  if ((whole === null) === (paragraphs === null)) return refuse(wrong, whole === null ? "text" : "paragraphs", whole === null ? "is missing: give the text, or a title and paragraphs." : "stands beside a text: give one of the two.");
  if (paragraphs !== null && told.title === null) return refuse(wrong, "title", "is missing: with paragraphs it is the first line of the text.");
  const text = whole ?? [told.title, ...(paragraphs ?? [])].join("\n\n");
  const canonical = canonicalText(text);
  if (!canonical.ok) return refuse(wrong, whole === null ? "paragraphs" : "text", canonical.error.message);
  if (canonical.value.text !== text) return refuse(wrong, whole === null ? "paragraphs" : "text", "begins with a byte order mark or has line breaks with \\r. Places are counted in the text as it is stored, with \\n alone.");
  const spans = told.spans.map((span): StudySpan => ({ ...span, speaker: span.speaker === null ? null : speakerName(span.speaker) }));
  const index = new TextIndex(text);
  spans.forEach((span, i) => checkSpan(span, index, canonical.value.codePoints, (field, message) => wrong(`spans[${i}]${field}`, message)));
  const keys = spans.map((span) => contentKey({ ...span, parts: [...span.parts], targetId: nameKey(span.target), attribution: null, labelIds: [] }));
  keys.forEach((key, i) => keys.indexOf(key) < i && wrong(`spans[${i}]`, `says the same of the same words as spans[${keys.indexOf(key)}].`));
  const judged = told.judgements.map(({ target }) => nameKey(target));
  judged.forEach((key, i) => judged.indexOf(key) < i && wrong(`judgements[${i}].target`, `is judged in judgements[${judged.indexOf(key)}] already.`));
  return { ...told, text, spans, line };
}

function refuse(wrong: Wrong, field: string, message: string): null {
  wrong(field, message);
  return null;
}

function checkSpan(span: StudySpan, index: TextIndex, length: number, wrong: Wrong): void {
  if (span.speaker !== null && !mayHaveSpeaker(span.voice)) wrong(".speaker", "stands only with the voices quoted and embedded.");
  let end = 0;
  for (const [i, part] of span.parts.entries()) {
    const field = `.parts[${i}]`;
    if (part.end > length) wrong(`${field}.end`, `is behind the end of the text, which has ${length.toLocaleString("en")} characters.`);
    else if (part.start >= part.end) wrong(`${field}.end`, "is not behind the start.");
    else if (part.start < end) wrong(`${field}.start`, "is not behind the part before it.");
    else {
      const words = index.slice(codePoint(part.start), codePoint(part.end));
      if (words !== part.quote) wrong(`${field}.quote`, `is “${short(part.quote)}”, but the text has “${short(words)}” there.`);
      else if (words.trim() === "") wrong(`${field}.quote`, "has no words.");
    }
    end = part.end;
  }
}

const short = (text: string): string => ([...text].length > 60 ? `${[...text].slice(0, 60).join("")}…` : text);
