import { getDomain } from "tldts";
import { nameKey } from "../name-key";
import { domainIn, LIKE_OUTLET, spells } from "./credits";
import type { KnownOutlets } from "./line";

/** Gives an outlet's name as the project writes it, for a name, an alias or a domain; other words stay as they are. */
export class OutletNames {
  readonly #byKey = new Map<string, string>();

  constructor(outlets: KnownOutlets) {
    for (const { name, aliases, domains } of outlets) {
      for (const key of [name, ...aliases].map(nameKey)) if (!this.#byKey.has(key)) this.#byKey.set(key, name);
      for (const domain of domains) this.#byKey.set(getDomain(domain) ?? domain.toLowerCase(), name);
    }
  }

  /** The name as the project writes it, or null for one it does not know. */
  find(words: string): string | null {
    return this.#byKey.size === 0 ? null : this.#byKey.get(nameKey(words)) ?? this.#byKey.get(domainIn(words) ?? "") ?? null;
  }

  /** True when two values stand for the same outlet: the same name, or a domain that spells the other's name. */
  same(a: string, b: string): boolean {
    if (a === b) return true;
    const [one, two] = [this.find(a) ?? a, this.find(b) ?? b];
    if (nameKey(one) === nameKey(two)) return true;
    const [first, second] = [domainIn(one), domainIn(two)];
    if (first !== null && second !== null) return first === second;
    return (first !== null && spells(first, withoutThe(two))) || (second !== null && spells(second, withoutThe(one))) || withoutThe(nameKey(one)) === withoutThe(nameKey(two)) || (first !== null && spells(first, two)) || (second !== null && spells(second, one));
  }
}

const withoutThe = (name: string): string => name.replace(/^the /iu, "");

/** True for words that can be an outlet's name behind a byline, where a place or a rubric could stand as well. */
export const looksLikeOutlet = (words: string): boolean => domainIn(words) !== null || LIKE_OUTLET.test(words.slice(0, 100)) || /^the \p{Lu}/iu.test(words);

/** The name that a domain's label spells, as the text writes it: "middleharbour.example" → "Middle Harbour". Reads the text once. */
export function nameSpelt(domain: string, text: string): string | null {
  const label = (domain.split(".")[0] ?? "").replace(/[^\p{L}\p{N}]/gu, "");
  if (label.length < 4) return null;
  const words = text.slice(0, 200_000).split(/[^\p{L}\p{N}'’&-]+/u);
  for (let at = 0; at < words.length; at++) {
    if (!/^\p{Lu}/u.test(words[at] ?? "")) continue;
    let spelt = "";
    for (let end = at; end < at + 6 && end < words.length; end++) {
      spelt += (words[end] ?? "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
      if (spelt === label && end > at) return words.slice(at, end + 1).join(" ");
      if (!label.startsWith(spelt)) break;
    }
  }
  return null;
}

const ITSELF = /(?:^|[.!?]\s)The ((?:\p{Lu}[\p{L}’'-]*|of|for|and|the|on) (?:(?:\p{Lu}[\p{L}’'-]*|of|for|and|the|on) ){0,7}?)\((\p{Lu}{2,8})\) (?:acknowledges|believes|calls (?:on|for)|condemns|considers|reiterates|affirms|recommends|urges|welcomes|stands|holds|encourages)\s/u;
const HOUSE = /\b(?:Centre|Center|Institute|Foundation|Observatory|Forum|Network|Initiative|Society|Project|Watch)\b/u;

/**
 * A publishing house that speaks of itself at the end of its text ("The Northern Harbour Institute (NHI) recommends …")
 * and is named nowhere before; null otherwise. `paragraphs` are those of the article, in order.
 */
export function selfNamed(paragraphs: readonly string[]): { name: string; quote: string } | null {
  const last = paragraphs.at(-1)?.slice(0, 2_000) ?? "";
  const found = ITSELF.exec(last);
  const name = found?.[1]?.trim();
  if (found === null || name === undefined || !HOUSE.test(name)) return null;
  const before = [...paragraphs.slice(0, -1), last.slice(0, found.index)].some((text) => text.includes(name) || new RegExp(`\\b${found[2] ?? ""}\\b`, "u").test(text));
  return before ? null : { name, quote: found[0].replace(/^[.!?]\s/u, "").trim() };
}
