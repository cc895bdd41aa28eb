import { z } from "zod";
import { DIRECTNESS, JUDGEMENTS, VOICES } from "@/lib/annotations/span";
import { isSpeakerName } from "@/lib/annotations/speaker";
import { nameKey } from "@/lib/articles/name-key";
import { GENRES, isDay, languageTag, webAddress } from "@/lib/articles/provenance";
import { DEVICES, FRAMINGS } from "@/lib/codebook/framing";
import { err, ok, type Result } from "@/lib/kernel/result";
import { characterProblem } from "@/lib/text/canonical";

/** A fault in the object of a line: where, and what about it. */
export type FieldError = { readonly field: string; readonly message: string };

const words = (most: number) => z.string().max(most).refine((text) => characterProblem(text) === null, "holds a character that cannot be stored (U+0000, or half a character).");
const name = (most: number) => words(most).refine((text) => nameKey(text) !== "", "is empty.");
const place = z.int().min(0);
const maybe = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? null);
const target = name(200);

const Span = z.strictObject({
  parts: z.array(z.strictObject({ start: place, end: place, quote: words(20_000) })).min(1).max(50),
  target,
  framing: z.enum(FRAMINGS),
  voice: maybe(z.enum(VOICES)),
  speaker: maybe(words(400).refine(isSpeakerName, "is no name of at most 200 characters.")),
  directness: z.enum(DIRECTNESS).default("direct"),
  device: maybe(z.enum(DEVICES)),
  note: words(4000).default(""),
});

const Line = z.strictObject({
  key: name(200),
  title: maybe(name(300)),
  text: maybe(z.string()),
  paragraphs: maybe(z.array(z.string()).min(1).max(10_000)),
  outlet: maybe(name(200)),
  publisher: maybe(name(200)),
  genre: maybe(z.enum(GENRES)),
  language: maybe(z.string().refine((tag) => languageTag(tag) !== null, "is no language tag, such as en or pt-BR.").transform(languageTag)),
  publishedOn: maybe(z.string().refine(isDay, "is not a day as YYYY-MM-DD.")),
  url: maybe(z.string().refine((url) => webAddress(url) !== null, "is no address that begins with http:// or https://.").transform(webAddress)),
  event: maybe(name(200)),
  spans: z.array(Span).max(5_000),
  judgements: z.array(z.strictObject({ target, value: z.literal(JUDGEMENTS) })).max(1_000).default([]),
});

/** The object of a line, nothing of it checked against its text. */
export type StudyLine = z.output<typeof Line>;

/** Reads one line of a settled study. Fields that the format does not have are refused, so that a slip in a name loses nothing. */
export function readStudyLine(text: string): Result<StudyLine, FieldError[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err([{ field: "", message: "The line is not JSON." }]);
  }
  const read = Line.safeParse(value, { error: sentence });
  return read.success ? ok(read.data) : err(read.error.issues.flatMap(({ path, ...issue }) => (issue.code === "unrecognized_keys" ? issue.keys.map((key) => ({ field: fieldOf([...path, key]), message: "is no field of this format." })) : [{ field: fieldOf(path), message: path.length === 0 ? "The line is no object in braces." : issue.message }])));
}

const fieldOf = (path: readonly PropertyKey[]): string => path.reduce<string>((field, step) => (typeof step === "number" ? `${field}[${step}]` : field === "" ? String(step) : `${field}.${String(step)}`), "");

/** What is wrong, to be read behind the name of the field; undefined leaves it to the field's own words. */
function sentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type": return issue.input === undefined ? "is missing." : `must be ${issue.expected === "array" ? "a list" : issue.expected === "int" || issue.expected === "number" ? "a whole number" : issue.expected === "string" ? "a text" : "an object"}.`;
    case "invalid_value": return issue.input === undefined ? "is missing." : `must be one of ${issue.values.map(String).join(", ")}.`;
    case "too_big": return `has more than ${issue.maximum.toLocaleString("en")} ${issue.origin === "array" ? "entries" : "characters"}.`;
    case "too_small": return issue.origin === "array" ? "is empty." : "is less than 0.";
    default: return undefined;
  }
}
