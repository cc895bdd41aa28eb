import { err, ok, type Result } from "@/lib/kernel/result";
import { canonicalText, characterProblem } from "@/lib/text/canonical";
import { storable } from "@/lib/text/storable";
import { splitBlocks } from "../blocks";
import { MAX_BLOCKS, MAX_TITLE } from "../compose";
import type { Content } from "../formats/record";
import { findAddress } from "./address";
import { readDay } from "./dates";
import { findGenre } from "./genre";
import { decideLanguage } from "./language";
import type { Read } from "./line";
import { plainLines, understandPlain } from "./plain-lines";
import { readPage } from "./read-page";
import { findSources } from "./sources";
import type { Hints, Look, Proposal, Understood } from "./understood";

/** The longest page that is read, in UTF-16 units of its markup. */
export const MAX_PAGE = 20_000_000;
/** Fewer words than this make a short notice at best. */
const FEW_WORDS = 40;
/** Characters that turn the direction of text, print nothing, or stand where a character was lost. */
const ODD = /[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd]|[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/u;

/** Why nothing could be understood. `byte` counts from 0 in the UTF-8 form of the content. */
export type NotUnderstood = { readonly message: string; readonly byte?: number };

/**
 * Reads a text or a page as an article: title, provenance, date, language, and its lines as blocks, each value with
 * its evidence. All that a page shows stays in the text; what is not the article is chrome. Refuses content that is
 * no text, too long, or blank.
 */
export function understand(content: Content, hints: Hints): Result<Understood, NotUnderstood> {
  const source = content.kind === "html" ? content.html : content.text;
  if (content.kind === "html" && source.length > MAX_PAGE) return err({ message: `The page has ${source.length.toLocaleString("en")} characters. The limit is ${MAX_PAGE.toLocaleString("en")}. Save it without its pictures and try again.` });
  const problem = characterProblem(source);
  if (problem !== null) return err({ message: problem.message, byte: problem.byte });
  const fields = hints.fields ?? {};
  const read = content.kind === "html" ? readPage(source, fields.title ?? null) : readText(source, fields.title ?? null, fields.language ?? null);
  const canonical = canonicalText(read.text);
  if (!canonical.ok) return err({ message: canonical.error.message, ...("byte" in canonical.error ? { byte: canonical.error.byte } : {}) });
  const split = splitBlocks(canonical.value.text);
  if (split.length > MAX_BLOCKS) return err({ message: `The text has ${split.length.toLocaleString("en")} lines. The limit is ${MAX_BLOCKS.toLocaleString("en")}. Split it and try again.` });
  const blocks = split.map(({ start, end }, at) => ({ kind: read.lines[at]?.kind ?? "paragraph", start, end, reason: read.lines[at]?.reason ?? null }));
  return ok({ ...describe(read, hints, content.kind === "html" ? source : ""), text: canonical.value.text, blocks });
}

function readText(text: string, title: string | null, language: string | null): Read {
  const plain = (text.startsWith("\uFEFF") ? text.slice(1) : text).replace(/\r\n?/gu, "\n");
  const lines = plainLines(plain);
  return { text: plain, lines, head: understandPlain(lines, title, language), title: null, facts: null, looks: [] };
}

function describe({ lines, head, title, facts, looks }: Read, hints: Hints, html: string): Omit<Understood, "text" | "blocks"> {
  const fields = hints.fields ?? {};
  const address = findAddress([given("address", hints.url), given("file", fields.url)], html, facts);
  const body = lines.filter(({ kind }) => kind === "paragraph" || kind === "list_item" || kind === "quotation").map(({ text }) => text);
  const words = body.join("\n").slice(0, 20_000);
  const language = decideLanguage([given("file", fields.language), ...(facts?.languages ?? [])].filter((one) => one !== null), words);
  const sources = findSources({ lines, facts, fields, known: hints.outlets ?? [], url: address.captured, canonical: address.canonical });
  const publishedOn = findDay([given("file", fields.publishedOn), ...(facts?.dates ?? []), ...lines.flatMap((line) => (line.reason === "date_line" || line.kind === "byline" ? (given("page", line.text) ?? []) : [])), given("address", address.url?.value)], language.language?.value ?? null);
  const named = fields.title?.trim() || (head === null ? title : lines[head]?.text);
  const found: Look[] = [
    ...looks, ...language.looks, ...sources.looks,
    ...(publishedOn !== null && publishedOn.others.length > 0 ? (["date_two_ways"] as const) : []),
    ...(named ? [] : (["no_title"] as const)),
    ...(words.split(/\s+/u, FEW_WORDS).length < FEW_WORDS && !/[\p{Script=Han}\p{Script=Hiragana}]{20}/u.test(words) ? (["little_text"] as const) : []),
    ...(lines.some(({ text }) => ODD.test(text)) ? (["odd_characters"] as const) : []),
  ];
  return {
    title: storable(cut(named || (lines.find(({ kind }) => kind !== "chrome") ?? lines[0])?.text || "")),
    byline: plainly(sources.byline), outlet: plainly(sources.outlet), publisher: plainly(sources.publisher), publishedOn: plainly(publishedOn), language: plainly(language.language), url: plainly(address.url), genre: plainly(findGenre(fields.genre, facts)), looks: [...new Set(found)],
  };
}

/** A proposal that can be stored: data about a page may write what its text may not hold, and a quote may be cut within a character. */
const plainly = <T extends string, P extends Proposal<T>>(proposal: P | null): P | null => (proposal === null ? null : { ...proposal, value: storable(proposal.value), quote: storable(proposal.quote) });

const given = (from: Proposal["from"], value: string | null | undefined): Proposal | null => (value === null || value === undefined || value.trim() === "" ? null : { value: value.trim(), from, quote: value.trim().slice(0, 300) });

/** The first of the stated dates that is one. */
function findDay(stated: readonly (Proposal | null)[], language: string | null): Understood["publishedOn"] {
  for (const one of stated) {
    const day = one === null ? null : readDay(one.from === "address" ? (/\/(?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2}(?=[/-])/u.exec(one.value.slice(0, 300))?.[0] ?? "") : one.value, language);
    if (one !== null && day !== null) return { value: day.value, from: one.from, quote: one.quote, others: day.others };
  }
  return null;
}

function cut(title: string): string {
  const chars = Array.from(title.slice(0, 4 * MAX_TITLE).replace(/\s+/gu, " ").replace(/[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu, "").trim());
  return chars.length <= MAX_TITLE ? chars.join("") : `${chars.slice(0, MAX_TITLE - 1).join("").trimEnd()}…`;
}
