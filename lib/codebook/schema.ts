import { z } from "zod";
import { err, ok, type Result } from "@/lib/kernel/result";
import { COLOURS, GLYPHS, type CodebookContent } from "./content";
import { FRAMINGS } from "./framing";
import { MOST_PROBLEMS, type Problem } from "./problem";
import { richTextSchema } from "./rich-text-schema";
import { depthOf, id, key, visibleName, words } from "./text-schema";

/** How much a codebook may hold. */
export const LIMITS = { sets: 50, labels: 300, rules: 200, examples: 50, text: 20_000, example: 4_000, note: 2_000, name: 200 } as const;
/** As deep as any codebook goes. */
const DEEPEST = 40;

const example = z.strictObject({ text: words(LIMITS.example).min(1, "must not be empty"), note: words(LIMITS.note), spanId: id.nullable() });
const examples = z.array(example).max(LIMITS.examples, `at most ${LIMITS.examples} examples`);
const text = richTextSchema(LIMITS.text);
const labelText = { definition: text, use: text, avoid: text, examples, counterExamples: examples };
const framing = z.strictObject({ id: z.enum(FRAMINGS), name: visibleName(LIMITS.name), ...labelText });

const shortcut = words(8)
  .refine((one) => [...one].length === 1 && /\S/u.test(one), "must be one character")
  .refine((one) => one === one.toLowerCase(), "must be a small letter");

const label = z.strictObject({
  id,
  key,
  name: visibleName(LIMITS.name),
  ...labelText,
  colour: z.enum(COLOURS),
  glyph: z.enum(GLYPHS),
  shortcut: shortcut.nullable(),
  parentId: id.nullable(),
  archived: z.boolean(),
  mergedIntoId: id.nullable(),
  splitIntoIds: z.array(id).max(LIMITS.labels),
});

const showWhen = z.strictObject({ setId: z.union([z.literal("framing"), id]), labelIds: z.array(z.union([z.enum(FRAMINGS), id])).min(1, "name at least one answer").max(LIMITS.labels) });

const set = z.strictObject({
  id,
  key,
  name: visibleName(LIMITS.name),
  description: text,
  level: z.enum(["span", "article"]),
  choice: z.enum(["single", "multiple"]),
  required: z.boolean(),
  showWhen: showWhen.nullable(),
  archived: z.boolean(),
  labels: z.array(label).max(LIMITS.labels, `at most ${LIMITS.labels} labels in a set`),
});

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "must be small letters, digits and hyphens").max(64),
  // Rules of the first codebooks have none.
  title: words(LIMITS.name),
  text,
  example: example.nullable(),
  counterExample: example.nullable(),
});

const content = z.strictObject({
  format: z.literal(1),
  name: visibleName(LIMITS.name),
  introduction: text,
  asks: z.strictObject({ voice: z.boolean(), directness: z.boolean(), device: z.boolean(), confidence: z.boolean() }),
  framing: z.array(framing).max(FRAMINGS.length),
  rules: z.array(rule).max(LIMITS.rules, `at most ${LIMITS.rules} rules`),
  sets: z.array(set).max(LIMITS.sets, `at most ${LIMITS.sets} sets`),
});

/**
 * Reads anything as a codebook's content: every key known, every text of the allowed pieces and sizes. What it says
 * as a whole (names twice, circles, lost labels) is the business of `checkContent`.
 */
export function parseContent(value: unknown): Result<CodebookContent, Problem[]> {
  if (depthOf(value, DEEPEST) > DEEPEST) return err([{ path: "", message: `nested more than ${DEEPEST} levels deep` }]);
  const read = content.safeParse(value);
  if (read.success) return ok(read.data);
  return err(read.error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({ path: issue.path.map((step) => `/${String(step)}`).join(""), message: issue.message })));
}
