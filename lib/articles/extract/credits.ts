import { getDomain } from "tldts";
import { lineKey, SHORT, wordsOf } from "./line";

/** What a byline says: names, joined with ", ", and who they write for, where it says so. */
export type Credit = { readonly name: string | null; readonly source: string | null };

const DOMAIN = /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24})(?:\/\S*)?$/u;

/** The registrable domain of a host or address as people write it, or null. */
export function domainIn(words: string): string | null {
  const host = words.length > 2000 ? undefined : DOMAIN.exec(words.trim().toLowerCase())?.[1];
  return host === undefined ? null : getDomain(host);
}

/** Words that outlets have in their names. */
export const LIKE_OUTLET = /(?:news|times|post|press|wire|agency|herald|gazette|tribune|journal|today|daily|weekly|zeitung|anzeiger|bote|kurier|blatt|rundschau|radio|tv|media|magazine|review|observer|mirror|standard|telegraph|chronicle|courier|echo|dispatch|monitor|star|sun|mail|globe|eye|reuters|afp|dpa|ap|upi|epa|ansa|efe|agence|nachrichten|tageblatt|presse|le monde|ledger|bulletin|express|independent|guardian|voice|network|broadcasting)\b/iu;

const BY = /^(?:by|words by|text by|written by|report by|reported by|story by|posted by|author|von|text|par|por|di|door|av|af|przez|autor|auteur|بقلم|بواسطة|كتب|كتبت|تقرير|نویسنده|به قلم|گزارش|نوشته)\s?:?\s+/iu;
const PARTICLES = new Set(["de", "da", "di", "do", "dos", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el", "y", "e", "and", "und", "et", "ter", "zu", "af"]);
const AND = /\s+(?:and|und|et|y|e|&|och|og|en)\s+|\s+و\s*|\s*[,،]\s+(?:and\s+)?/u;
const ABOUT = /^(?:in|reporting from|aus|à|en|at)\s/iu;
const ROLE = /^(?:\p{Lu}\p{Ll}+ )*(?:correspondent|reporter|editor|writer|staff|columnist|contributor|redakteur(?:in)?|korrespondent(?:in)?|journaliste|correspondante?|redaktion|journalist|staff writer|in \p{L}.*)$/iu;

/** True for what can be one person's name: two to five capitalised words (or words of a script without capitals). */
export function isName(words: string): boolean {
  if (words.length > 60 || /[\d@:;!?"“”]/u.test(words)) return false;
  const parts = words.trim().split(/\s+/u);
  if (parts.length < 2 || parts.length > 5) return false;
  return parts.every((part, at) => (at > 0 && at < parts.length - 1 && PARTICLES.has(part.toLowerCase())) || /^(?:(?:Mc|Mac|O['’]|D['’]|d['’]|al-|el-|Al-)?\p{Lu}[\p{L}\p{M}'’-]*|\p{Lu}\.)$/u.test(part) || /^[\p{Lo}\p{M}\u200c'’-]+$/u.test(part));
}

/** Several names as they stand in a byline, or null when the words are something else. */
export function namesIn(words: string): string | null {
  const names = words.trim().replace(/[.,]$/u, "").split(AND).map((name) => name.trim());
  return names.length <= 6 && names.every(isName) ? names.join(", ") : null;
}

/**
 * Reads "By Anna Berg – example.net", "Von A. Berg, dpa", "By Anna Berg in Port Elm | 3 March 2024". Null for a line
 * that is no byline; with `marked` (the page's markup says it is one) the opening word may be missing.
 */
export function readByline(text: string, marked = false): Credit | null {
  if (text.length > 200) return null;
  const opened = BY.exec(text);
  if (opened === null && !marked) return null;
  const rest = text.slice(opened?.[0].length ?? 0).trim();
  const [whole = "", ...others] = rest.split(/\s*[|•·]\s*|\s+[–—-]\s+/u);
  const first = whole.split(/(?:\s+(?:on|at|am|le|el|il|em|op))?\s+(?=\p{Nd})/u)[0] ?? "";
  const housed = first.split(/,\s+/u).slice(1).some((part) => LIKE_OUTLET.test(part));
  const [lead = "", ...behind] = first.replace(/,\s*$/u, "").split(housed ? /,\s+/u : /,\s+(?=(?:\S+\s){0,5}\S+$)/u);
  const place = / (?:in|reporting from|aus|à) /u.exec(lead);
  const short = place === null ? lead : lead.slice(0, place.index);
  const plain = housed ? null : namesIn(first);
  const name = plain ?? namesIn(short) ?? (opened !== null && marked ? singleName(short) : null);
  const tail = [...(plain === null ? behind : []), ...others].map((part) => part.trim());
  if (name === null) {
    const source = opened === null ? null : domainIn(rest) ?? null;
    return source === null ? null : { name: null, source };
  }
  return { name, source: tail.map(sourceIn).find((source) => source !== null) ?? null };
}

/**
 * Reads a line of names and a date without an opening word ("Anna Berg | 3 March 2024", "3 March 2024 by Anna Berg"),
 * as they stand below headlines. `isDate` tells a date.
 */
export function readDatedName(text: string, isDate: (words: string) => boolean): string | null {
  if (text.length > 160) return null;
  const parts = text.split(/\s*[|•·]\s*|\s+[–—/-]\s+|,\s+(?=\p{Nd})|\s+by\s+/iu).map((part) => part.trim());
  return parts.length > 1 && parts.some(isDate) ? (parts.map(namesIn).find((names) => names !== null) ?? null) : null;
}

/** True for a line that opens as bylines do, whether or not its names can be read. */
export const opensAsByline = (text: string): boolean => text.length < 100 && BY.test(text) && !/[.!?]\s*$/u.test(text) && /\s\p{Lu}/u.test(text);

const singleName = (words: string): string | null => (/^\p{Lu}[\p{L}'’-]{1,30}$/u.test(words.trim()) ? words.trim() : null);

/** An outlet behind a name: a domain, or a capitalised name that is neither a role, a place's "in …" nor a date. */
function sourceIn(part: string): string | null {
  const domain = domainIn(part);
  if (domain !== null) return domain;
  const bare = part.replace(/^(?:for|für|pour|para) /u, "");
  if (part === "" || part.length > 50 || /\d/u.test(part) || ROLE.test(part) || ABOUT.test(part) || !/^\p{Lu}|^dpa$|^afp$/u.test(bare)) return null;
  return bare;
}

const SOURCE = /^(?:source|sources|quelle|quellen|fuente|fonte|via|المصدر|منبع)\s?:\s?(.{2,80})$/iu;
const FIRST = /^.{0,120}?\b(?:(?:was |is )?(?:originally|first) (?:published|appeared|posted|ran) (?:by|in|on|at)|(?:was |is )?republished (?:from|with (?:the )?permission (?:of|from))|reprinted (?:from|with (?:the )?permission (?:of|from))|courtesy of|erschien zuerst (?:in|bei|auf)|zuerst erschienen (?:in|bei|auf)|(?:a été )?publié(?:e)? (?:initialement|à l['’]origine) (?:par|dans|sur)|publicado originalmente (?:en|por)|originariamente pubblicato (?:su|da)) (.{2,100})$/iu;
/** How a line begins, or a sentence in it, that speaks of the article itself; others tell where something else appeared first. */
const OF_ITSELF = /^(?:.{0,80}[.!?|•–—]\s+)?\W{0,3}(?:(?:a |an )?(?:\p{L}+ )?version of (?:this|the)|this (?:\p{L}+ )?(?:article|story|piece|post|text|essay|interview|column|report|commentary|op-ed|analysis|content|feature|blog|translation|item|work|dispatch)|the (?:above )?(?:article|story|piece|essay|post)|originally|republished|reprinted|(?:dieser?|dieses|der|das) (?:artikel|beitrag|text|kommentar|bericht|interview|essay)|zuerst|erschien|(?:cet|l['’]) ?article|ce texte|cette tribune|(?:a été )?publiée?|(?:este|el) (?:artículo|texto)|publicado|(?:questo |l['’])?articolo|originariamente)(?![\p{L}\p{N}])/iu;
/** Such beginnings of a whole line; within one they stand for anything. */
const OPENING = /^\W{0,3}(?:this|it|er|first|courtesy)\s/iu;
const ARTICLES = /^(?:the website of (?:the )?|the|der|die|das|dem|den) /iu;

/** Who a line says first published the words ("Source: …", "This article was originally published by …"); null for other lines. */
export function readSourceLine(text: string): string | null {
  if (text.length > SHORT) return null;
  const named = SOURCE.exec(text)?.[1] ?? (OPENING.test(text) || OF_ITSELF.test(text) ? FIRST.exec(text)?.[1] : undefined);
  if (named === undefined) return null;
  const words = named.split(/(?:,| on (?=\d|\p{Lu}\p{L}+ \d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)| under | and (?:is|was) |[.;](?:\s|$)| am \d| le \d| \()/u)[0]?.trim().replace(/^["“”'‘’«]+|["“”'‘’».:]+$/gu, "").replace(named.startsWith("The ") ? /^$/u : ARTICLES, "") ?? "";
  return domainIn(words) ?? (words.length >= 2 && wordsOf(words).length <= 8 && /^(?:\p{Lu}|\p{Lo}|\p{Ll}{2,20}$)/u.test(words) ? words : null);
}

const DATELINE = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{Lo}\p{M}]*)(?:[ ,/](?:\s?[\p{L}\p{M}\p{N}'’.-]+)){0,7}\s?\(((?!\p{Ll}+ )\p{L}[\p{L}\p{N} .&/'-]{1,40})\)\s?(?:[-–—:]|\s?\.\s?-)\s?/u;

/** Agencies by the names that stand in datelines, also behind places that are not in capitals. */
const AGENCY = /^(?:reuters|afp|dpa|ap|upi|epa|epd|kna|apa|sda|ansa|efe|aa|anadolu|xinhua|tass|interfax|kyodo|yonhap|pti|ani|ians|bernama|antara|lusa|belga|anp|ritzau|ntb|pap|čtk|ctk|mti|tanjug|hina|irna|wafa|wam|spa|kuna|petra|sana|mena)(?:$|[/ ])/iu;

/**
 * The agency of a dateline ("PORT ELM (Coastwire) — …"), or null. Looks at the first 120 characters. `sure`: one of the
 * great, or like an outlet's name behind a place in capitals (or of a script that has none). Anything else can be a party.
 */
export function readDateline(text: string): { agency: string; quote: string; sure: boolean } | null {
  const found = DATELINE.exec(text.slice(0, 120));
  const agency = found?.[1]?.trim();
  if (found === null || agency === undefined || /\d{4}/u.test(agency)) return null;
  const place = found[0].split(/[,/(]/u)[0] ?? "";
  return { agency, quote: found[0].trim(), sure: AGENCY.test(agency) || (!/\p{Ll}/u.test(place) && (LIKE_OUTLET.test(agency) || domainIn(agency) !== null)) };
}

/** Who claims the copyright in a line ("© 2024 Name. All rights reserved."), or null. */
export function readCopyright(text: string): string | null {
  if (text.length > 300) return null;
  const mark = /(?:©|\(c\)|\bcopyright\b(?:\s?(?:©|\(c\)))?)\s?(?:by\s)?/iu.exec(text);
  if (mark === null) return null;
  const rest = text.slice(mark.index + mark[0].length).replace(/^(?:\d{4}(?:\s?[-–,]\s?\d{4})?)?[\s,.:]*(?:by\s)?/iu, "");
  const name = rest.split(/[.|•·;](?:\s|$)|,|\s[–—-]\s|\s(?:all rights|alle rechte|tous droits|todos los)|\s(?:19|20)\d\d|\s\(/iu)[0]?.replace(/\s(?:\d{4}|Ltd|Inc|GmbH|LLC|plc|SA|AG)\.?$/u, "").trim() ?? "";
  if (name === "" || name.length > 60 || /^(?:all|alle|tous|todos|the authors?|notice|reserved|policy|protected)\b/iu.test(name) || !/^[\p{Lu}\p{Lo}\p{N}]/u.test(name)) return domainIn(name);
  return domainIn(name) ?? name;
}

/** True when a label of a domain spells a name: "middleharbour.example" and "Middle Harbour". */
export const spells = (domain: string, name: string): boolean => (domain.split(".")[0] ?? "").replace(/[^\p{L}\p{N}]/gu, "") === lineKey(name).replace(/[^\p{L}\p{N}]/gu, "");
