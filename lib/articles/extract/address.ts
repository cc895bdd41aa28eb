import { webAddress } from "../provenance";
import type { PageFacts } from "./page-facts";
import type { Proposal } from "./understood";

const SAVED = /<!--\s?saved from url=\(\d{1,6}\)(\S{1,2000})\s?-->/iu;
const ARCHIVED = /^https?:\/\/(?:web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?|webcache\.googleusercontent\.com\/search\?q=cache:[^:]*:)\/?(https?:\/\/.+)$/u;

/** The address itself where an archive shows a page under its own. */
const unwrapped = (address: string): string => ARCHIVED.exec(address)?.[1] ?? address;

/** Where the page was captured, and the address that it gives as its own (resolved); each null when nothing says so. */
export function findAddress(given: readonly (Proposal | null)[], html: string, facts: PageFacts | null): { url: Proposal | null; canonical: string | null; captured: string | null } {
  const saved = SAVED.exec(html.slice(0, 5_000))?.[1];
  const known = [...given, saved === undefined ? null : { value: saved, from: "page" as const, quote: saved }].flatMap((one) => {
    const value = one === null ? null : webAddress(unwrapped(one.value));
    return one === null || value === null ? [] : [{ ...one, value }];
  })[0] ?? null;
  const base = known?.value ?? facts?.addresses.map(({ value }) => webAddress(value)).find((value) => value !== null) ?? undefined;
  const written = facts?.canonical ?? null;
  const canonical = written !== null && written.length <= 2_000 && URL.canParse(written, base) ? webAddress(unwrapped(new URL(written, base).href)) : null;
  const own = facts?.addresses.flatMap((one) => { const value = webAddress(unwrapped(one.value)); return value === null ? [] : [{ ...one, value }]; })[0] ?? null;
  const link: Proposal | null = canonical === null ? null : { value: canonical, from: "canonical_link", quote: written ?? "" };
  return { url: known ?? (link === null || (own !== null && new URL(own.value).hostname !== new URL(link.value).hostname) ? (own ?? link) : link), canonical, captured: known?.value ?? null };
}
