import type { BlockKind } from "../blocks";
import { namesIn, opensAsByline, readByline, readDatedName, readSourceLine } from "./credits";
import { isDateLine, readDay } from "./dates";
import { FURNITURE, markedReason, outsideReason } from "./furniture";
import { type Line, lineKey, toChrome } from "./line";
import { chromeReason, type Opener, openerOf, postPart } from "./line-rules";
import { isRunning } from "./main-text";
import { MARK } from "./markup";
import { type Container, containerOf } from "./page-container";
import { findHeadline } from "./page-headline";
import type { PageLine, PageLines } from "./page-lines";
import { ends, isPictureCredit, isCut } from "./shapes";
import type { BlockReason, Proposal } from "./understood";

/** The lines of a page with their kinds, and which one is the headline. */
export type PageKinds = { readonly lines: Line[]; readonly head: number | null };

/**
 * Gives each line of a page its kind and reason, from what the extractor chose, the markup and the words. What the
 * extractor left out by mistake inside the article comes back; the rest stays as chrome.
 */
export function kindsOfPage(page: PageLines, chosen: ReadonlySet<number>, titles: readonly Proposal[], language: string | null): PageKinds {
  const found = page.lines;
  const running = found.flatMap((line, at) => (chosen.has(at) && isRunning(line) && line.level === 0 ? [at] : []));
  const [first, last] = [running[0] ?? firstOf(chosen), running.at(-1) ?? lastOf(chosen)];
  const keys = found.map(({ text }) => lineKey(text));
  const openers = found.map(({ text }) => openerOf(text));
  const head = findHeadline(found, keys, titles, first);
  const zone: Zone = {
    ignored: ignoredMarks(found, chosen), container: containerOf(page, chosen), head: head?.at ?? -1, first, last,
    end: endOfArticle(found, openers, chosen, head?.at ?? -1, first), language,
  };
  const title = head === null ? "" : (keys[head.at] ?? "");
  const lines = found.map((line, at): Line => {
    const made: Line = { text: line.text, kind: "paragraph", reason: null, alone: true, ...(line.byline === "" ? {} : { credit: line.byline }) };
    if (at === head?.at) return Object.assign(made, { kind: "headline", reason: head.reason });
    if (title !== "" && keys[at] === title) toChrome(made, "repeated_title");
    else {
      const [kind, reason] = kindOf(found, at, chosen.has(at), zone);
      Object.assign(made, { kind, reason });
    }
    return made;
  });
  closeBoxes(lines, found, openers, zone);
  return { lines, head: head?.at ?? null };
}

type Zone = { readonly ignored: number; readonly container: Container; readonly head: number; readonly first: number; readonly last: number; readonly end: number; readonly language: string | null };
type Kind = readonly [kind: BlockKind, reason: BlockReason | null];

const firstOf = (chosen: ReadonlySet<number>): number => (chosen.size === 0 ? -1 : Math.min(...[...chosen].slice(0, 1_000)));
const lastOf = (chosen: ReadonlySet<number>): number => [...chosen].reduce((a, b) => Math.max(a, b), -1);

/** Marks that most of the chosen words carry stand for the page as a whole and say nothing. */
function ignoredMarks(lines: readonly PageLine[], chosen: ReadonlySet<number>): number {
  let [all, ignored] = [0, 0];
  const letters = new Map<number, number>();
  for (const at of chosen) {
    const line = lines[at];
    if (line === undefined) continue;
    all += line.text.length;
    for (let mark = 1; mark <= FURNITURE; mark <<= 1) if ((line.marks & FURNITURE & mark) !== 0) letters.set(mark, (letters.get(mark) ?? 0) + line.text.length);
  }
  for (const [mark, count] of letters) if (count > 0.5 * all) ignored |= mark;
  return ignored;
}

/** Where another article begins behind this one: its own heading of the first level, or a list of others up to the end. */
function endOfArticle(lines: readonly PageLine[], openers: readonly (Opener | null)[], chosen: ReadonlySet<number>, head: number, first: number): number {
  const left: number[] = [];
  let letters = 0;
  for (let at = lines.length - 1; at >= 0; at--) {
    left[at] = letters;
    const line = lines[at];
    if (line !== undefined && chosen.has(at) && isRunning(line) && !isCut(line.text)) letters += line.text.length;
  }
  return lines.findIndex((line, at) => at > Math.max(head, first) && ((head >= 0 && line.level === 1 && lines[head]?.level === 1 && lines.slice(at + 1, at + 4).some((next) => next.level === 0 && next.text.length < 120 && (next.byline !== "" || next.dated || readByline(next.text) !== null))) || (openers[at] !== null && (left[at] ?? 0) < 0.15 * letters)));
}

function kindOf(lines: readonly PageLine[], at: number, isChosen: boolean, zone: Zone): Kind {
  const line = lines[at] as PageLine;
  const over = zone.end >= 0 && at >= zone.end;
  const header = !over && zone.head >= 0 && at > zone.head && at < zone.first;
  const within = !over && at >= Math.min(zone.first, zone.head < 0 ? Infinity : zone.head) && at <= zone.last;
  const credit = !over && (header || within || zone.container.inside(line) || Math.abs(at - zone.head) <= 3 || (at > zone.last && at <= zone.last + 3)) ? creditOf(line, at, header, zone) : null;
  if (credit !== null) return credit;
  const marked = markedReason(line, zone.ignored | (header ? MARK.related * Number((line.marks & MARK.lead) !== 0) : 0));
  const shown = (header || within || (!over && zone.container.inside(line))) && marked === null;
  if (shown && (line.marks & (MARK.caption | MARK.figure)) !== 0 && ((line.marks & MARK.quote) === 0 || (line.marks & MARK.caption) !== 0)) return ["caption", "caption_markup"];
  if (shown && (line.marks & MARK.embed) !== 0) return ["embed", "embed_markup"];
  const mine = !over && at > zone.head && marked === null && (isChosen || belongs(line, header, within, zone));
  if (!mine) return ["chrome", header && marked === null && line.text.length < 100 && readDay(line.text, zone.language) !== null ? "date_line" : outsideReason(line, zone.ignored)];
  const words = chromeReason(line.text);
  if (words !== null) return ["chrome", words];
  return ownKind(line, header, zone);
}

/** A line of the article by its own markup. */
function ownKind(line: PageLine, header: boolean, zone: Zone): Kind {
  if (line.linked >= 0.9 * line.text.length && line.text.length < 200 && line.level === 0 && (line.marks & MARK.item) === 0) return ["chrome", "related_articles"];
  if (line.linked >= 0.9 * line.text.length && line.text.length < 120 && line.level === 0) return ["chrome", "navigation"];
  if (postPart(line.text) !== null) return ["embed", "post_line"];
  if (isPictureCredit(line.text)) return ["caption", "caption_line"];
  if (line.level > 0) return header && (line.text.length >= 60 || (line.marks & MARK.lead) !== 0) ? ["paragraph", null] : ["heading", "heading_markup"];
  if ((line.marks & ~zone.ignored & MARK.quote) !== 0) return ["quotation", "quotation_markup"];
  return (line.marks & MARK.item) !== 0 ? ["list_item", "list_markup"] : ["paragraph", null];
}

/** Whether a line that the extractor left out belongs to the article all the same. */
function belongs(line: PageLine, header: boolean, within: boolean, zone: Zone): boolean {
  const [free, inside] = [line.linked < 0.4 * line.text.length, zone.container.inside(line)];
  if (!free) return false;
  if (header) return (line.marks & MARK.lead) !== 0 || (line.text.length >= 40 && ends(line.text)) || line.text.length >= 80;
  if (within && inside) return line.level > 1 || line.text.length >= 40 || ends(line.text) || (line.marks & (MARK.item | MARK.quote)) !== 0;
  return inside && zone.container.beside(line) && (isRunning(line) || (line.text.length >= 30 && ends(line.text))) && !isCut(line.text);
}

/** Bylines, source lines and date lines, marked or by their words. */
function creditOf(line: PageLine, at: number, header: boolean, zone: Zone): Kind | null {
  if (line.text.length > 240 || (line.marks & ~zone.ignored & FURNITURE & ~(MARK.label | MARK.bio | MARK.footer | MARK.nav | MARK.aside)) !== 0) return null;
  if (isDateLine(line.text, zone.language) || ((line.marks & MARK.date) !== 0 && line.byline === "" && line.text.length < 60 && /\p{Nd}/u.test(line.text))) return ["chrome", "date_line"];
  const near = header || at > zone.last || at <= zone.first + 1;
  const rest = line.text.length - line.byline.length;
  if (near && line.byline !== "" && rest < 80 && (namesIn(line.byline) !== null || readByline(line.byline, true) !== null)) return ["byline", "byline_markup"];
  if ((near || at >= zone.last - 1) && line.linked < 0.9 * line.text.length && (readByline(line.text)?.name ?? readSourceLine(line.text)) !== null) return ["byline", "byline_line"];
  if (header && (opensAsByline(line.text) || readDatedName(line.text, (words) => isDateLine(words, zone.language)) !== null)) return ["byline", "byline_line"];
  return near && (line.marks & MARK.byline) !== 0 && line.text.length < 80 ? ["byline", "byline_markup"] : null;
}

/** What only stands over page furniture belongs to it. */
const OVER: ReadonlySet<BlockReason | null> = new Set(["navigation", "related_articles", "teaser_list", "site_notice"]);

/** Boxes inside the article: their label, and the links and cut teasers right behind it. */
function closeBoxes(lines: readonly Line[], found: readonly PageLine[], openers: readonly (Opener | null)[], zone: Zone): void {
  for (let at = Math.max(0, zone.head + 1); at < lines.length; at++) {
    const opener = openers[at] ?? null;
    if (opener === null || lines[at]?.kind === "byline") continue;
    toChrome(lines[at] as Line, opener);
    for (let next = at + 1; next <= at + 12; next++) {
      const [line, page] = [lines[next], found[next]];
      if (line === undefined || page === undefined || line.kind === "chrome") continue;
      if (!isCut(line.text) && page.linked < 0.5 * line.text.length) break;
      toChrome(line, opener);
    }
  }
  for (let at = lines.length - 2; at > zone.head; at--) {
    const [line, next] = [lines[at] as Line, lines[at + 1] as Line];
    if (line.kind === "heading" && next.kind === "chrome" && next.reason !== null && OVER.has(next.reason)) toChrome(line, next.reason);
  }
}
