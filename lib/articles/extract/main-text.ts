import { Readability } from "@mozilla/readability";
import Defuddle from "defuddle";
import { parseHTML } from "linkedom";
import { type PageLine, type PageLines, readPageLines } from "./page-lines";
import { FURNITURE } from "./furniture";
import { FOR_DEFUDDLE, FOR_READABILITY, isWithin, pageCost } from "./page-cost";
import type { Look } from "./understood";

/** An answer of fewer letters is doubted unless it is most of the page's running text; a longer one below a smaller share of it. */
const [FEW, MOST, SHARE] = [600, 0.7, 0.35];

/** Which lines of a page are the article, and what a person should look at: where the extractors differ, or none was asked. */
export type MainText = { readonly chosen: ReadonlySet<number>; readonly looks: readonly Look[] };

/**
 * Asks Readability which lines are the article, and Defuddle only where that answer is doubtful: short, a small part
 * of the running text, or none. Neither is asked about a page that would keep it busy for seconds. `document` is used up:
 * Readability takes it apart.
 */
export function chooseMainText(document: Document, html: string, { lines }: PageLines): MainText {
  const cost = pageCost(document);
  if (!isWithin(cost, FOR_READABILITY)) return { chosen: freeLines(lines), looks: ["read_plainly"] };
  const first = pick(lines, asked(() => new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true }).parse()?.content ?? null));
  const running = lines.reduce((sum, line) => sum + (isRunning(line) ? line.text.length : 0), 0);
  const chosen = lettersIn(lines, first);
  if (chosen > 0 && chosen >= (chosen < FEW ? MOST : SHARE) * running) return { chosen: first, looks: [] };
  if (!isWithin(cost, FOR_DEFUDDLE)) return { chosen: chosen > 0 ? first : freeLines(lines), looks: ["read_plainly"] };
  const second = pick(lines, asked(() => {
    const answer = new Defuddle(parseHTML(wrapped(html)).document, { useAsync: false, url: "about:blank" }).parse();
    return parseHTML(`<!doctype html><html><head></head><body>${answer.content}</body></html>`).document.body;
  }));
  const other = lettersIn(lines, second);
  const both = lettersIn(lines, new Set([...first].filter((at) => second.has(at))));
  const differ = chosen + other > 0 && (2 * both) / (chosen + other) < 0.7 && Math.abs(chosen - other) > 200;
  const better = chosen < FEW && other > 1.3 * chosen ? second : first;
  return { chosen: better.size > 0 ? better : freeLines(lines), looks: differ ? ["extractors_differ"] : [] };
}

/** A page whose elements have a document around them, as fragments from the clipboard do not. */
export const wrapped = (html: string): string => (/<html[\s>]/iu.test(html.slice(0, 5_000)) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`);

/** All lines that neither markup nor links make furniture: where no extractor has an answer. */
const freeLines = (lines: readonly PageLine[]): Set<number> => new Set(lines.flatMap((line, at) => ((line.marks & FURNITURE) === 0 && line.linked < 0.9 * line.text.length ? [at] : [])));

/** The answer of an extractor; one that fails over a broken page has none. */
function asked(ask: () => Node | null): Node | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

/** Running text: a sentence's length, and hardly any of it a link. */
export const isRunning = (line: PageLine): boolean => line.text.length >= 80 && line.linked < 0.4 * line.text.length;

const lettersIn = (lines: readonly PageLine[], chosen: ReadonlySet<number>): number => [...chosen].reduce((sum, at) => sum + (lines[at]?.text.length ?? 0), 0);

/** The lines of the page that the extractor's answer holds, each at its place in page order. */
function pick(lines: readonly PageLine[], content: Node | null): Set<number> {
  const chosen = new Set<number>();
  if (content === null) return chosen;
  const places = new Map<string, { at: number[]; next: number }>();
  lines.forEach((line, at) => {
    const list = places.get(line.text);
    if (list === undefined) places.set(line.text, { at: [at], next: 0 });
    else list.at.push(at);
  });
  let cursor = 0;
  for (const { text } of readPageLines(content).lines) {
    const list = places.get(text);
    if (list === undefined) continue;
    while (list.next < list.at.length && (list.at[list.next] ?? 0) < cursor) list.next += 1;
    // Extractors move few lines; one that stands once on the page is the one that is meant, wherever it stands.
    const at = list.at[list.next] ?? (list.at.length === 1 ? list.at[0] : undefined);
    if (at === undefined) continue;
    chosen.add(at);
    cursor = Math.max(cursor, at + 1);
  }
  return chosen;
}
