import { z } from "zod";
import { plainText, type RichBlock, type RichText } from "./rich-text";
import { words } from "./text-schema";

/** Lists and quotations inside one another. */
const DEEPEST = 5;
const LONGEST_LINK = 2_000;

const web = (href: string): boolean => {
  if (!URL.canParse(href)) return false;
  return ["http:", "https:"].includes(new URL(href).protocol);
};

const mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  z.strictObject({ type: z.literal("link"), attrs: z.strictObject({ href: words(LONGEST_LINK).refine(web, "a link goes to an address of the web (http or https)") }) }),
]);

const inlineText = z.strictObject({ type: z.literal("text"), text: words(20_000).min(1, "must not be empty"), marks: z.array(mark).max(3).optional() });
const inline = z.discriminatedUnion("type", [inlineText, z.strictObject({ type: z.literal("hardBreak") })]);

const paragraph = z.strictObject({ type: z.literal("paragraph"), content: z.array(inline).optional() });

const item = (depth: number) =>
  z.strictObject({ type: z.literal("listItem"), content: z.array(z.lazy(() => block(depth - 1))).min(1, "must not be empty") });

function block(depth: number): z.ZodType<RichBlock> {
  if (depth === 0) return paragraph as z.ZodType<RichBlock>;
  return z.discriminatedUnion("type", [
    paragraph,
    z.strictObject({ type: z.literal("bulletList"), content: z.array(item(depth)).min(1, "must not be empty") }),
    z.strictObject({ type: z.literal("orderedList"), content: z.array(item(depth)).min(1, "must not be empty") }),
    z.strictObject({ type: z.literal("blockquote"), content: z.array(z.lazy(() => block(depth - 1))).min(1, "must not be empty") }),
  ]) as unknown as z.ZodType<RichBlock>;
}

const doc = z.strictObject({ type: z.literal("doc"), content: z.array(block(DEEPEST)).min(1, "must not be empty") }) as z.ZodType<RichText>;

/** A text of paragraphs, lists, quotations, bold, italic and web links, of at most so many characters. */
export const richTextSchema = (max: number) => doc.refine((text) => plainText(text).length <= max, `must have at most ${max.toLocaleString("en")} characters`);
