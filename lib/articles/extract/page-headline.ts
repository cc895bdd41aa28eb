import { lineKey } from "./line";
import { MARK } from "./markup";
import type { PageLine } from "./page-lines";
import type { Proposal } from "./understood";

/** Between a title and the name of a site, as in "Title | Site". */
const BREAK = /\s+[|–—\-•·:»«]+\s+/u;
const FRAME = MARK.nav | MARK.footer | MARK.related | MARK.comments | MARK.breadcrumb | MARK.cookie | MARK.aside | MARK.notice;

/** A title without the site's name before or behind it, in all ways in which it can be cut, the whole first. */
export function titleParts(title: string): string[] {
  const parts = title.slice(0, 1_000).split(BREAK);
  const behind = /:\s(.{15,})$/u.exec(title.slice(0, 1_000))?.[1];
  const named = behind === undefined ? [] : [behind];
  if (parts.length < 2) return [title, ...named];
  const heads = parts.slice(1).map((_, at) => title.slice(0, title.length - lengthFrom(title, parts, parts.length - 1 - at)).trim());
  return [title, ...heads, parts.slice(1).join(" – "), parts.reduce((a, b) => (b.length > a.length ? b : a)), ...named];
}

/** Where part `at` and its break begin, counted from the end. */
function lengthFrom(title: string, parts: readonly string[], at: number): number {
  let place = 0;
  for (const part of parts.slice(0, at)) place = title.indexOf(part, place) + part.length;
  return title.length - place;
}

/** Which line is the headline and why; null where no line shows a title. `keys` are the `lineKey`s of the lines, `first` is where the running text begins. */
export function findHeadline(lines: readonly PageLine[], keys: readonly string[], titles: readonly Proposal[], first: number): { at: number; reason: "page_heading" | "title_tag" | "first_line" } | null {
  const said = new Map<string, number>();
  titles.forEach(({ value, from }) => {
    const whole = lineKey(value);
    for (const part of from === "page" || from === "opengraph" || from === "meta" ? titleParts(value) : [value]) {
      const key = lineKey(part);
      if (key !== "") said.set(key, Math.max(said.get(key) ?? 0, key === whole ? 3 : key.length >= 15 ? 2.5 : 1));
    }
  });
  let best: { at: number; score: number } | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.text.length > 400) continue;
    const score = (said.get(keys[at] ?? "") ?? 0) + (line.level === 1 ? 2.5 : line.level === 2 ? 1 : line.level > 2 ? 0.5 : 0) - ((line.marks & FRAME) !== 0 ? 3 : 0) - (first >= 0 && at > first ? 1.5 : 0) - (line.linked > 0.8 * line.text.length ? 0.5 : 0);
    if (score >= 2 && (best === null || score > best.score)) best = { at, score };
  }
  if (best !== null) return { at: best.at, reason: (lines[best.at]?.level ?? 0) > 0 ? "page_heading" : "title_tag" };
  if (titles.length > 0 || first < 0) return null;
  const top = lines.findIndex((line, at) => at <= first && line.level > 0 && (line.marks & FRAME) === 0);
  return top >= 0 ? { at: top, reason: "page_heading" } : null;
}
