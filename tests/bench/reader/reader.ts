import { chromium, type BrowserContext } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "@/tests/support/chromium";
import type { Line } from "../bed";
import { median } from "../statistics";
import type { Size } from "./article";
import { visit, type Visit } from "./compare";
import { type PageName, serveSite, type Site } from "./site";

const SIZES: readonly (Size & { readonly paint: number })[] = [
  { name: "2,000 spans, 100,000 characters", characters: 100_000, spans: 2000, paint: 1.5 },
  { name: "5,000 spans, 500,000 characters", characters: 500_000, spans: 5000, paint: 1.5 },
  { name: "10,000 spans, 100,000 characters", characters: 100_000, spans: 10_000, paint: 1 },
  { name: "2,000 spans, one paragraph of 100,000", characters: 100_000, spans: 2000, oneParagraph: true, paint: 1.5 },
];
const FEW: Size = { name: "20 spans", characters: 100_000, spans: 20 };
const ROUNDS = 5;
/** Below this the browser does not report an event at all. */
const SHORTEST_MS = 16;

/**
 * The reader against `@recogito/text-annotator` with its SPANS renderer, in headless Chromium: the same words, spans,
 * fonts and frame, each visit on a fresh page, in turn.
 */
export async function reader(): Promise<Line[]> {
  const { executablePath, env } = findChromium();
  const site = await serveSite();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, env: { ...(process.env as Record<string, string>), ...env } });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const lines: Line[] = [];
    let many: Rounds | null = null;
    for (const size of SIZES) {
      const found = await inTurn(context, site, size, ["page-recogito", "page-reader"]);
      many ??= found;
      lines.push(...linesOf(size, found.get("page-recogito") ?? [], found.get("page-reader") ?? [], size.paint));
    }
    const few = await inTurn(context, site, FEW, ["page-plain", "page-reader"]);
    const [plain, ownFew, ownMany] = [few.get("page-plain") ?? [], few.get("page-reader") ?? [], many?.get("page-reader") ?? []];
    const [addFew, addMany] = [middle(ownFew, "adding"), middle(ownMany, "adding")];
    const [dragPlain, dragOwn] = [Math.max(SHORTEST_MS, middle(plain, "drag")), Math.max(SHORTEST_MS, middle(ownMany, "drag"))];
    return [
      ...lines,
      { what: "Add a span to 2,000", unit: "×", goal: { atMost: 2 }, reference: `${addFew.toFixed(0)} ms, to 20`, ours: `${addMany.toFixed(0)} ms`, value: addMany / addFew },
      { what: "Longest event while selecting among 2,000", unit: "×", goal: { atMost: 2 }, reference: `${dragPlain.toFixed(0)} ms, plain text`, ours: `${dragOwn.toFixed(0)} ms`, value: dragOwn / dragPlain },
    ];
  } finally {
    await browser.close();
    site.close();
  }
}

type Rounds = Map<PageName, Visit[]>;

async function inTurn(context: BrowserContext, site: Site, size: Size, names: readonly PageName[]): Promise<Rounds> {
  const awaited = new Map<PageName, readonly string[]>();
  const rounds: Rounds = new Map(names.map((name) => [name, []]));
  for (const name of names) awaited.set(name, (await visit(context, site, name, size, null)).visible);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) rounds.get(name)?.push(await visit(context, site, name, size, awaited.get(name) ?? []));
  }
  return rounds;
}

const middle = (visits: readonly Visit[], what: Exclude<keyof Visit, "visible">): number => median(visits.map((one) => one[what]));

function linesOf(size: Size, theirs: readonly Visit[], own: readonly Visit[], paint: number): Line[] {
  const [reference, ours] = [middle(theirs, "painted"), middle(own, "painted")];
  const drift = Math.abs((theirs.at(-1)?.painted ?? 0) - (theirs[0]?.painted ?? 0)) / Math.min(theirs.at(-1)?.painted ?? 1, theirs[0]?.painted ?? 1);
  const [memoryTheirs, memoryOurs] = [middle(theirs, "memory"), middle(own, "memory")];
  const mega = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
  return [
    { what: `First full paint, ${size.name}`, unit: "×", goal: { atMost: paint }, drift, reference: `${reference.toFixed(0)} ms, text-annotator`, ours: `${ours.toFixed(0)} ms (every mark an element after ${middle(own, "all").toFixed(0)} ms)`, value: ours / reference },
    { what: `Memory, ${size.name}`, unit: "×", goal: { atMost: 2 }, reference: `${mega(memoryTheirs)} MiB, text-annotator`, ours: `${mega(memoryOurs)} MiB`, value: memoryOurs / memoryTheirs },
  ];
}
