import { breadcrumb, chromeReason, openerOf, postPart } from "./line-rules";
import { isName, namesIn, readByline, readSourceLine } from "./credits";
import { isDateLine } from "./dates";
import { type Line, lineKey, toChrome, wordsOf } from "./line";
import { isBody, isCaption, isCut, isHeading, isItem, isMenuRow, ends } from "./shapes";

/** In how many lines from the top a headline is looked for, and how near the ends a byline stands. */
const TOP = 15;
const NEAR = 6;

/** The lines of a plain text that are not blank, each a paragraph so far. */
export function plainLines(text: string): Line[] {
  const all = text.split("\n");
  const spaced = all.slice(1, -1).some((line) => line.trim() === "");
  const blank = (at: number): boolean => (all[at] ?? "").trim() === "";
  return all.flatMap((line, at): Line[] => (line.trim() === "" ? [] : [{ text: line.trim(), kind: "paragraph", reason: null, alone: !spaced || (blank(at - 1) && blank(at + 1)) }]));
}

/**
 * Tells headline, bylines, captions, posts, headings, lists and page furniture of a plain text by rules, each with its
 * reason; changes the lines in place. Linear in the length of the text.
 * @param given the title that is known from elsewhere, or null
 * @returns which line is the headline, or null
 */
export function understandPlain(lines: Line[], given: string | null, language: string | null): number | null {
  const head = headlineOf(lines, given, language);
  const start = head ?? -1;
  lines.slice(0, Math.max(0, start)).forEach((line) => toChrome(line, (isDateLine(line.text, language) ? "date_line" : chromeReason(line.text)) ?? (isMenuRow(line.text) ? "navigation" : "outside_article")));
  if (head !== null) markHeadline(lines, head);
  const end = markFurniture(lines, start + 1, language);
  markPosts(lines);
  markCredits(lines, start + 1, end);
  markShapes(lines, start + 1, end);
  return head;
}

function headlineOf(lines: readonly Line[], given: string | null, language: string | null): number | null {
  const top = lines.slice(0, TOP);
  const keys = top.map(({ text }) => (chromeReason(text) === null && !isMenuRow(text) ? lineKey(text) : ""));
  if (given !== null) {
    const at = keys.indexOf(lineKey(given));
    return at < 0 ? null : at;
  }
  const body = top.findIndex(({ text }) => isBody(text, 200));
  const before = body < 0 ? top.length : body;
  const twice = keys.findIndex((key, at) => at < before && key.length >= 8 && !isBody(top[at]?.text ?? "", 150) && keys.indexOf(key, at + 1) > at && keys.indexOf(key, at + 1) <= before);
  if (twice >= 0) return twice;
  const crumbs = top.flatMap(({ text }) => breadcrumb(text)?.slice(-1) ?? []).map((part) => lineKey(part));
  const named = keys.findIndex((key) => key !== "" && crumbs.some((crumb) => crumb === key || (crumb.length >= 20 && key.startsWith(crumb))));
  if (named >= 0) return named;
  const can = top.flatMap(({ text }, at) => (keys[at] !== "" && at <= before && !isDateLine(text, language) && readByline(text) === null ? [at] : []));
  const [first] = can;
  if (first === undefined) return null;
  const tiny = can.filter((at) => wordsOf(top[at]?.text ?? "").length <= 2);
  const titled = can.find((at) => at < before && wordsOf(top[at]?.text ?? "").length >= 4);
  const at = tiny.length >= 2 && tiny[0] === first && titled !== undefined ? titled : first;
  return isBody(top[at]?.text ?? "", 300) ? null : at;
}

function markHeadline(lines: readonly Line[], head: number): void {
  const title = lines[head];
  if (title === undefined) return;
  Object.assign(title, { kind: "headline", reason: "first_line" });
  const key = lineKey(title.text);
  lines.forEach((line, at) => { if (at !== head && key !== "" && lineKey(line.text) === key) toChrome(line, "repeated_title"); });
}

/** Marks what is furniture by its words, and the lists and forms behind the article. Returns where the article ends. */
function markFurniture(lines: Line[], from: number, language: string | null): number {
  const rest = bodiesFrom(lines);
  let end = lines.length;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || line.kind === "chrome") continue;
    const opener = openerOf(line.text);
    if (opener !== null && (rest[at] ?? 0) < 2) {
      closeWith(lines, at, opener);
      end = at;
      break;
    }
    const reason = isDateLine(line.text, language) ? "date_line" : chromeReason(line.text);
    if (reason !== null) toChrome(line, reason);
    if (opener !== null) at = skipBox(lines, at, opener);
  }
  return Math.min(end, teaserTail(lines, from, end));
}

/** For each line, how many paragraphs of the article's own kind follow it. */
function bodiesFrom(lines: readonly Line[]): number[] {
  const counts: number[] = [];
  let count = 0;
  for (let at = lines.length - 1; at >= 0; at--) {
    counts[at] = count;
    if (isBody(lines[at]?.text ?? "", 280)) count += 1;
  }
  return counts;
}

/** From here to the end all is furniture; a new label changes the reason. */
function closeWith(lines: readonly Line[], from: number, opener: NonNullable<ReturnType<typeof openerOf>>): void {
  let reason = opener;
  for (const line of lines.slice(from)) {
    reason = openerOf(line.text) ?? reason;
    const own = chromeReason(line.text);
    if (line.kind !== "chrome") toChrome(line, own === null || own === "outside_article" ? reason : own);
  }
}

/** A box inside the article: its label and the titles that follow. Returns its last line. */
function skipBox(lines: readonly Line[], from: number, opener: NonNullable<ReturnType<typeof openerOf>>): number {
  let at = from;
  while (at - from < NEAR) {
    const next = lines[at + 1];
    if (next === undefined || next.kind === "chrome" || next.text.length > 160 || (ends(next.text) && !isCut(next.text))) break;
    toChrome(next, opener);
    at += 1;
  }
  return at;
}

/** Titles and cut teasers at the very end, without a label over them. Returns where they begin. */
function teaserTail(lines: readonly Line[], from: number, end: number): number {
  let at = end;
  let cuts = 0;
  while (at > from) {
    const text = lines[at - 1]?.text ?? "";
    if (!isCut(text) && (ends(text) || text.length > 160)) break;
    cuts += isCut(text) ? 1 : 0;
    at -= 1;
  }
  while (at < end && lines[at]?.kind === "chrome") at += 1;
  if (cuts < 2 || cuts < 0.3 * (end - at)) return end;
  for (const line of lines.slice(at, end)) if (line.kind !== "chrome") toChrome(line, "teaser_list");
  return at;
}

function markPosts(lines: readonly Line[]): void {
  const post = (line: Line | undefined): void => { if (line !== undefined && line.kind === "paragraph") Object.assign(line, { kind: "embed", reason: "post_line" }); };
  lines.forEach((line, at) => {
    const part = line.kind === "paragraph" ? postPart(line.text) : null;
    if (part !== null) post(line);
    const before = lines[at - 1];
    // The signature stands directly under the words, or the words carry what only posts have.
    if (part === "signature" && before !== undefined && before.text.length <= 600 && (!line.alone || /(?:^|\s)[#@]\p{L}/u.test(before.text.slice(0, 600)))) post(before);
  });
}

function markCredits(lines: readonly Line[], from: number, end: number): void {
  const open = lines.slice(from, end).filter(({ kind }) => kind !== "chrome");
  const words = new Set(open.flatMap(({ text }) => text.slice(0, 2_000).split(/[^\p{L}'’-]+/u)));
  open.forEach((line, at) => {
    if (line.kind !== "paragraph" || line.text.length > 240) return;
    const near = at < NEAR || at >= open.length - NEAR;
    const early = at < 3 && open.slice(0, at).every(({ text }) => !isBody(text, 120));
    const bare = early && namesIn(line.text) !== null && isName(line.text.split(/,| and /u)[0] ?? "") && /\p{Lu}/u.test(line.text) && line.text.split(/\s+/u).every((word) => !words.has(word.toLowerCase()));
    if ((near && (readByline(line.text) !== null || readSourceLine(line.text) !== null)) || bare) Object.assign(line, { kind: "byline", reason: "byline_line" });
  });
}

function markShapes(lines: readonly Line[], from: number, end: number): void {
  const open = lines.slice(from, end).filter(({ kind }) => kind !== "chrome" && kind !== "byline");
  open.forEach((line, at) => {
    const [before, after] = [open[at - 1], open[at + 1]];
    if (line.kind !== "paragraph") return;
    if (isItem(line.text) && [before, after].some((other) => other !== undefined && isItem(other.text))) return void Object.assign(line, { kind: "list_item", reason: "bullet" });
    if (/^>\s/u.test(line.text)) return void Object.assign(line, { kind: "quotation", reason: "quotation_markup" });
    if (line.alone && isCaption(line.text, at === 0 && after !== undefined)) return void Object.assign(line, { kind: "caption", reason: "caption_line" });
    const leads = after !== undefined && (after.text.length > line.text.length || isItem(after.text));
    if (leads && at > 0 && isHeading(line.text)) Object.assign(line, { kind: "heading", reason: "short_line_heading" });
  });
}
