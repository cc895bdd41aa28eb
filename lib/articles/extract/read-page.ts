import { parseHTML } from "linkedom";
import type { Read } from "./line";
import { chooseMainText, wrapped } from "./main-text";
import { FactCollector, type PageFacts } from "./page-facts";
import { kindsOfPage } from "./page-kinds";
import { titleParts } from "./page-headline";
import { type PageLines, readPageLines } from "./page-lines";
import { isTooMuch, plainTextOf } from "./plain-markup";
import { plainLines, understandPlain } from "./plain-lines";

/**
 * Reads the markup of a page: its visible lines in page order with their kinds, and its facts. A page that is nested
 * too deep or has too many elements, or over which the parser fails, is read line by line instead, and a person is told to look.
 * @param given the title that the file gives, or null
 */
export function readPage(html: string, given: string | null): Read {
  const page = isTooMuch(html) ? null : parsed(html);
  if (page === null) {
    const text = plainTextOf(html);
    const lines = plainLines(text);
    return { text, lines, head: understandPlain(lines, given, null), title: null, facts: null, looks: ["read_plainly"] };
  }
  const { facts, content, document } = page;
  const main = chooseMainText(document, html, content);
  const titles = given === null ? facts.titles : [{ value: given, from: "file" as const, quote: given }, ...facts.titles];
  const { lines, head } = kindsOfPage(content, main.chosen, titles, facts.languages[0]?.value ?? null);
  const title = facts.titles[0];
  return {
    text: lines.map(({ text }) => text).join("\n\n"), lines, head, facts,
    title: title === undefined ? null : title.from === "page" ? (titleParts(title.value)[1] ?? title.value) : title.value,
    looks: main.looks,
  };
}

/** The parser's document with what stands in it, or null where it fails. All is read before an extractor takes the document apart. */
function parsed(html: string): { document: Document; content: PageLines; facts: PageFacts } | null {
  try {
    const { document } = parseHTML(wrapped(html));
    const collector = new FactCollector();
    const content = readPageLines(document, (element, tag) => collector.visit(element, tag));
    return { document, content, facts: collector.facts() };
  } catch {
    return null;
  }
}
