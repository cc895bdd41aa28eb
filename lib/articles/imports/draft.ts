import type { ToCompose } from "../compose";
import type { Evidence, Proposal } from "../extract/understood";
import { GENRES, isDay, languageTag, webAddress } from "../provenance";
import { type Proposals, settled } from "./correct";
import { moment } from "./moment";
import type { Corrections } from "./shape";

/** From what a value was read. */
export type Evident = { readonly from: Evidence; readonly quote: string };

/** A record as the article that it will be: its text with kinds and reasons, and what is said of it. */
export type RecordDraft = {
  readonly compose: ToCompose;
  readonly outletName: string | null;
  readonly publisherName: string | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly publishedOn: string | null;
  /** ISO 8601; null where the record does not say. */
  readonly capturedAt: string | null;
  readonly genre: string | null;
  readonly language: string | null;
  readonly evidence: Readonly<Record<string, Evident>>;
};

const ORDERS = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A name as the API takes it from people: no character that orders its neighbours about, at most `max` code points, and something to see. */
export function cleanName(text: string | null, max: number): string | null {
  const clean = Array.from((text ?? "").replace(/\s+/gu, " ").replace(ORDERS, "").trim()).slice(0, max).join("");
  return /[^\u200c\u200d\s]/u.test(clean) ? clean : null;
}

const QUOTED = 300;
const evident = (proposal: Proposal | null, corrected: unknown, value: string | null): Evident | undefined => (proposal === null || corrected !== undefined || value === null ? undefined : { from: proposal.from, quote: Array.from(proposal.quote.slice(0, 4 * QUOTED)).slice(0, QUOTED).join("") });

/** The draft of a record under what a person said of it. What no article can carry (a day that is none, an address that is none) stays unknown. */
export function draftOf(text: string, understood: Proposals, corrections: Corrections): RecordDraft {
  const said = settled(understood, corrections);
  const kinds = new Map(understood.blocks.map(({ kind, reason }, ordinal) => [ordinal, { ordinal, kind, reason }]));
  for (const { ordinal, kind } of corrections.blocks ?? []) kinds.set(ordinal, { ordinal, kind, reason: "by_hand" });
  const language = said.language === null ? null : languageTag(said.language);
  const fields = corrections.fields ?? {};
  const evidence = {
    byline: evident(understood.byline, fields.byline, said.byline),
    outlet: evident(understood.outlet, fields.outletName, said.outletName),
    publisher: evident(understood.publisher, fields.publisherName, said.publisherName),
    publishedOn: evident(understood.publishedOn, fields.publishedOn, said.publishedOn),
    language: evident(understood.language, fields.language, said.language),
    url: evident(understood.url, fields.url, said.url),
    genre: evident(understood.genre, fields.genre, said.genre),
  };
  return {
    compose: { text, title: cleanName(said.title, 300) ?? undefined, language, kinds: [...kinds.values()] },
    outletName: cleanName(said.outletName, 200),
    publisherName: cleanName(said.publisherName, 200),
    byline: cleanName(said.byline, 300),
    url: said.url === null ? null : webAddress(said.url),
    publishedOn: said.publishedOn !== null && isDay(said.publishedOn) ? said.publishedOn : null,
    capturedAt: moment(understood.capturedAt),
    genre: (GENRES as readonly (string | null)[]).includes(said.genre) ? said.genre : null,
    language,
    evidence: Object.fromEntries(Object.entries(evidence).flatMap(([field, from]) => (from === undefined ? [] : [[field, from]]))),
  };
}
