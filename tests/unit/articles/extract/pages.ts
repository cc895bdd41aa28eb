import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { understand } from "@/lib/articles/extract/understand";
import type { Understood } from "@/lib/articles/extract/understood";

const PAGES = path.resolve(import.meta.dirname, "../../../fixtures/pages");

/** What a careful person reads off a page of ours. */
export type Expected = { readonly title: string; readonly byline: string | null; readonly publishedOn: string | null; readonly language: string; readonly outlet: string | null; readonly publisher: string | null; readonly url?: string; readonly body: readonly string[] };
/** A saved page with what is expected of it. */
export type SavedPage = { readonly name: string; readonly html: string; readonly expected: Expected };

/** All pages of tests/fixtures/pages, by name. */
export const savedPages: readonly SavedPage[] = readdirSync(PAGES).filter((file) => file.endsWith(".html")).sort().map((file) => ({
  name: file.slice(0, -5),
  html: readFileSync(path.join(PAGES, file), "utf8"),
  expected: JSON.parse(readFileSync(path.join(PAGES, `${file.slice(0, -5)}.json`), "utf8")) as Expected,
}));

/** A page as it is understood; throws where it is refused. */
export function understood(html: string): Understood {
  const result = understand({ kind: "html", html }, {});
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const BODY = new Set(["paragraph", "heading", "list_item", "quotation"]);

/** The words of the article in what was understood, without headline, captions, posts and furniture. */
export function bodyOf({ text, blocks }: Understood): string {
  const chars = Array.from(text);
  return blocks.filter(({ kind }) => BODY.has(kind)).map(({ start, end }) => chars.slice(start, end).join("")).join("\n");
}

/** F1 of two texts as bags of words. */
export function wordF1(found: string, wanted: string): number {
  const bag = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const left = new Map<string, number>();
  const [ours, theirs] = [bag(found), bag(wanted)];
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of ours) {
    const n = left.get(word) ?? 0;
    if (n > 0) both += 1;
    left.set(word, n - 1);
  }
  return ours.length + theirs.length === 0 ? 1 : (2 * both) / (ours.length + theirs.length);
}
