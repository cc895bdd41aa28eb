import type { Fields } from "../formats/record";
import { domainIn, namesIn, readByline, readCopyright, readDatedName, readDateline, readSourceLine } from "./credits";
import { readDay } from "./dates";
import { OutletNames, looksLikeOutlet, nameSpelt, selfNamed } from "./known-outlets";
import type { KnownOutlets, Line } from "./line";
import type { PageFacts } from "./page-facts";
import type { Evidence, Look, Proposal } from "./understood";

/** Who wrote, who first published and who shows an article, as far as anything says so. */
export type Sources = { readonly byline: Proposal | null; readonly outlet: Proposal | null; readonly publisher: Proposal | null; readonly looks: readonly Look[] };
/** What is read for it. `url` is where the page was captured; `canonical` an address that the page gives as its own. */
export type SourceInput = { readonly lines: readonly Line[]; readonly facts: PageFacts | null; readonly fields: Fields; readonly known: KnownOutlets; readonly url: string | null; readonly canonical: string | null };

const BODY = new Set(["paragraph", "list_item", "quotation"]);
const NOBODY = /^(?:admin|administrator|editor|editors|staff|staff writer|staff reporter|newsroom|redaktion|editorial|editorial (?:team|board|staff)|news desk|web desk|desk|author|unknown|none|null|user|webmaster|root|guest|guest author|by)$/iu;

/** Original outlet apart from publisher, each with its evidence; what nothing says stays null. */
export function findSources(input: SourceInput): Sources {
  const names = new OutletNames(input.known);
  const body = input.lines.filter(({ kind }) => BODY.has(kind)).map(({ text }) => text);
  const named = (proposal: Proposal): Proposal => {
    const domain = domainIn(proposal.value);
    return { ...proposal, value: names.find(proposal.value) ?? (domain === null ? proposal.value : (nameSpelt(domain, input.lines.map(({ text }) => text).join("\n")) ?? domain)) };
  };
  const house = selfNamed(body);
  const itself: Proposal[] = house === null ? [] : [{ value: house.name, from: "words", quote: house.quote }];
  const shown = publishers(input);
  const publisher = named1(best(shown, names) ?? itself[0], named);
  const first = originals(input, body, names, shown).map(named);
  // Who shows the words is who wrote them unless something says otherwise; a file's column alone says nothing of that.
  const outlet = first[0] ?? (publisher === null || publisher.from === "file" ? null : publisher);
  const strong = first.filter(({ from }) => from !== "file");
  const twoWays = strong.some((one) => !names.same(one.value, first[0]?.value ?? ""));
  return { byline: bylineOf(input, names, publisher), outlet, publisher, looks: twoWays ? ["outlet_two_ways"] : [] };
}

const named1 = (proposal: Proposal | undefined, named: (proposal: Proposal) => Proposal): Proposal | null => (proposal === undefined ? null : named(proposal));
const one = (from: Evidence, value: string | null | undefined, quote = value ?? ""): Proposal[] => (value === null || value === undefined || value.trim() === "" ? [] : [{ value: value.trim(), from, quote: quote.slice(0, 300) }]);

/** Everything that names the site that shows the page, most trusted first. */
function publishers({ lines, facts, fields, url, canonical }: SourceInput): Proposal[] {
  const hostOf = (address: string | null): string | null => (address === null ? null : domainIn(address));
  const rights = lines.filter(({ kind, text }) => kind === "chrome" && /©|copyright|\(c\)/iu.test(text.slice(0, 300))).flatMap(({ text }) => one("copyright_line", readCopyright(text), text));
  return [
    ...one("file", fields.publisher),
    ...(facts?.sites ?? []).filter(({ value }) => value.length <= 80 && !/^https?:/iu.test(value)),
    ...rights.slice(-1),
    ...one("address", hostOf(url), url ?? ""),
    ...(facts === null || url !== null ? [] : one("canonical_link", hostOf(canonical), canonical ?? "")),
  ];
}

/** The first, unless the project knows a later one that is meant by the same page's address. */
function best(found: readonly Proposal[], names: OutletNames): Proposal | undefined {
  if (found[0]?.from === "file") return found[0];
  return found.find(({ value }) => names.find(value) !== null) ?? found[0];
}

/** Everything that says who first published the words. */
function originals(input: SourceInput, body: readonly string[], names: OutletNames, shown: readonly Proposal[]): Proposal[] {
  const { lines, facts, fields, url, canonical } = input;
  const credits = lines.filter(({ kind }) => kind === "byline");
  const ownWords = new Set(shown.filter(({ from }) => from !== "file").map(({ value }) => value));
  const isOwn = (value: string): boolean => [...ownWords].some((own) => names.same(own, value));
  const datelines = body.slice(0, 3).flatMap((text) => readDateline(text) ?? []);
  const plausible = (value: string): boolean => names.find(value) !== null || looksLikeOutlet(value) || isOwn(value);
  const inDateline = (value: string): boolean => datelines.some(({ agency }) => agency === value);
  const dateline = datelines.find(({ agency, sure }) => names.find(agency) !== null || isOwn(agency) || sure);
  const moved = url !== null && canonical !== null && domainIn(url) !== null && domainIn(canonical) !== null && domainIn(url) !== domainIn(canonical);
  const elsewhere = canonical !== null && url === null && facts !== null && facts.addresses.some(({ value }) => domainIn(value) !== null && domainIn(value) !== domainIn(canonical));
  const rights = lines.filter(({ kind }) => kind !== "chrome").flatMap(({ text }) => (text.length <= 200 && /^\W*(?:©|\(c\)|copyright)/iu.test(text) ? one("copyright_line", readCopyright(text), text) : []));
  return [
    ...one("file", fields.outlet),
    ...(facts?.schema?.originals ?? []).flatMap((value) => one("schema_org", value)),
    ...credits.flatMap(({ text }) => one("byline", plausibleOnly(readByline(text, true)?.source, (value) => plausible(value) || inDateline(value)), text)),
    ...[...credits, ...lines.filter(({ kind }) => kind === "paragraph").slice(-3)].flatMap(({ text }) => one("source_line", readSourceLine(text), text)),
    ...(moved || elsewhere ? one("canonical_link", domainIn(canonical ?? ""), canonical ?? "") : []),
    ...one("dateline", dateline?.agency, dateline?.quote),
    ...rights,
    ...(facts?.schema?.organisations ?? []).filter((value) => !isOwn(value) && !NOBODY.test(value)).flatMap((value) => one("schema_org", value)),
  ];
}

const plausibleOnly = (value: string | null | undefined, plausible: (value: string) => boolean): string | null => (value !== null && value !== undefined && plausible(value) ? value : null);

function bylineOf({ lines, facts, fields }: SourceInput, names: OutletNames, publisher: Proposal | null): Proposal | null {
  const isPerson = (value: string): boolean => value.length <= 200 && !/@|https?:|\.(?:com|org|net)\b/iu.test(value) && !NOBODY.test(value) && names.find(value) === null && (publisher === null || !names.same(publisher.value, value));
  const tidy = (proposal: Proposal): Proposal[] => {
    const read = readByline(proposal.value, true)?.name ?? namesIn(proposal.value) ?? proposal.value;
    return isPerson(read) && isPerson(proposal.value) ? [{ ...proposal, value: read }] : [];
  };
  const stated = [...one("file", fields.byline), ...(facts?.authors ?? [])].flatMap(tidy)[0];
  if (stated !== undefined) return stated;
  for (const { kind, text, credit } of lines) {
    if (kind !== "byline") continue;
    const name = (credit === undefined ? null : (readByline(credit, true)?.name ?? namesIn(credit))) ?? readByline(text, true)?.name ?? namesIn(text) ?? readDatedName(text, (words) => readDay(words, null) !== null);
    if (name !== null && isPerson(name)) return { value: name, from: "byline", quote: text };
  }
  return null;
}
