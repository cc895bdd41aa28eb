import { err, ok, type Result } from "@/lib/kernel/result";
import { refusedIn } from "./decode";
import { megabytes, type Limits } from "./limits";
import type { Content, Fields, Mapping } from "./record";
import { count, type Trouble } from "./trouble";

/** Usual names of columns and keys, in the order in which they are tried. Compared without case, spaces, `_` and `-`. */
const NAMES: { readonly [field in keyof Mapping]-?: readonly string[] } = {
  text: ["text", "body", "articletext", "articlebody", "fulltext", "bodytext", "plaintext", "maintext", "content", "contents", "article", "story", "inhalt", "artikel", "artikeltext", "volltext"],
  html: ["html", "contenthtml", "bodyhtml", "rawhtml", "pagehtml"],
  title: ["title", "headline", "articletitle", "titel", "überschrift", "schlagzeile", "heading"],
  byline: ["byline", "author", "authors", "writer", "creator", "autor", "autoren", "autorin", "verfasser"],
  outlet: ["outlet", "source", "sourcename", "newspaper", "medium", "publication", "journal", "quelle", "zeitung"],
  publisher: ["publisher", "site", "sitename", "website", "republisher", "herausgeber"],
  url: ["url", "link", "address", "articleurl", "canonicalurl", "permalink", "uri", "webaddress", "adresse"],
  publishedOn: ["publishedon", "published", "publishedat", "datepublished", "publicationdate", "publishdate", "pubdate", "date", "datum", "erschienen", "veröffentlicht", "day"],
  capturedAt: ["capturedat", "captured", "crawledat", "crawldate", "scrapedat", "retrievedat", "accessed", "fetchedat", "abgerufen"],
  genre: ["genre", "articletype", "type", "section", "kind", "textsorte", "ressort"],
  language: ["language", "lang", "languagecode", "locale", "sprache"],
};
export const MAPPED = Object.keys(NAMES) as (keyof Mapping)[];

const keyOf = (name: string): string => name.toLowerCase().replace(/[\s_-]+/gu, "");

/** Which columns probably carry which fields, by their usual names; what is not recognised is null. A column is used once. */
export function guessMapping(columns: readonly string[]): Mapping {
  const byKey = new Map(columns.map((name) => [keyOf(name), name] as const).reverse());
  const taken = new Set<string>();
  const pick = (field: keyof Mapping): string | null => {
    const found = NAMES[field].map((name) => byKey.get(name)).find((name) => name !== undefined && !taken.has(name)) ?? null;
    if (found !== null) taken.add(found);
    return found;
  };
  return Object.fromEntries(MAPPED.map((field) => [field, pick(field)]));
}

/** What a row of a table says: its words and its fields. `html` counts before `text` where both hold something. */
export function mapped(value: (column: string) => string | null, mapping: Mapping, limits: Limits): Result<{ content: Content; fields: Fields }, Trouble> {
  const of = (field: keyof Mapping): string | null => {
    const column = mapping[field] ?? null;
    const found = column === null ? null : value(column);
    return found === null || found.trim() === "" ? null : found;
  };
  for (const field of MAPPED) {
    const refused = refusedIn(of(field) ?? "", field === "html" ? "html" : "text");
    if (refused !== null) return err({ code: refused.code, message: `“${mapping[field] ?? field}” has ${refused.words}. Remove it and try again.` });
  }
  const content = contentOf(of("html"), of("text"), mapping, limits);
  if (!content.ok) return content;
  const fields = MAPPED.filter((field) => field !== "text" && field !== "html").flatMap((field) => {
    const found = of(field);
    return found === null ? [] : [[field, found.trim()] as const];
  });
  return ok({ content: content.value, fields: Object.fromEntries(fields) });
}

function contentOf(html: string | null, text: string | null, mapping: Mapping, limits: Limits): Result<Content, Trouble> {
  if (html !== null) {
    if (html.length <= limits.pageBytes) return ok({ kind: "html", html });
    return err({ code: "page_too_large", message: `“${mapping.html ?? "html"}” has more than ${megabytes(limits.pageBytes)}.` });
  }
  if (text === null) return err({ code: "no_text", message: `“${mapping.text ?? mapping.html ?? "text"}” is empty, so there are no words to read.` });
  const long = tooLong(text, limits);
  return long === null ? ok({ kind: "text", text }) : err(long);
}

/** Why a text is too long, or null. */
export function tooLong(text: string, limits: Limits): Trouble | null {
  if (text.length <= limits.codePoints) return null;
  let length = 0;
  for (const _ of text) length += 1;
  if (length <= limits.codePoints) return null;
  return { code: "text_too_long", message: `The text has ${count(length)} characters. The limit is ${count(limits.codePoints)}. Split it and try again.` };
}
