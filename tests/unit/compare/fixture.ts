import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ComparedArticle } from "@/lib/compare/passage";
import { comparedSentences } from "@/lib/compare/sentences";
import type { BlockKind } from "@/lib/articles/blocks";
import { snapsOf } from "@/lib/articles/reading";
import { decodeRanges } from "@/lib/text/token-code";

/** An invented article and, for each of its sentences, the name of what it tells; "-" where no other tells it. */
export type Told = { readonly article: ComparedArticle; readonly outlet: string; readonly gold: readonly string[] };

const KINDS: Readonly<Record<string, BlockKind>> = { "=": "headline", "@": "byline", "!": "chrome" };

/**
 * Reads tests/fixtures/compare/NAME.txt: "# language date outlet", then a line for each sentence, "[name] sentence";
 * "=" is the headline, "@" the byline, "!" chrome, and a blank line ends a paragraph.
 */
export function readTold(name: string, id: string): Told {
  const lines = readFileSync(fileURLToPath(new URL(`../../fixtures/compare/${name}.txt`, import.meta.url)), "utf8").trimEnd().split("\n");
  const [, language = "en", publishedOn = "", outlet = ""] = /^# (\S+) (\S+) (.*)$/.exec(lines[0] ?? "") ?? [];
  const gold: string[] = [];
  const blocks: { kind: BlockKind; words: string }[] = [];
  let open = false;
  for (const line of lines.slice(1)) {
    const kind = KINDS[line.charAt(0)];
    if (kind === "headline") gold.push("headline");
    if (kind !== undefined) blocks.push({ kind, words: line.slice(2) });
    const [, tag, words] = /^\[(\S+)\] (.*)$/.exec(line) ?? [];
    if (tag !== undefined && words !== undefined) {
      gold.push(tag);
      const last = blocks.at(-1);
      if (open && last) last.words += ` ${words}`;
      else blocks.push({ kind: "paragraph", words });
    }
    open = tag !== undefined;
  }
  let text = "";
  const placed = blocks.map(({ kind, words }, ordinal) => {
    const start = [...text].length;
    text += `${words}\n`;
    return { ordinal, kind, start, end: start + [...words].length };
  });
  const { sentences } = comparedSentences(text, placed, decodeRanges(snapsOf(text, placed, language).sentences), 3);
  if (sentences.length !== gold.length) throw new Error(`${name} falls into ${sentences.length} sentences, not into ${gold.length}.`);
  return { article: { id, language, publishedOn, sentences }, outlet, gold };
}

/** The invented event: a flooded infirmary, told by three outlets. */
export const infirmary = (): Told[] => ["lantern", "mercury", "voice"].map((name, i) => readTold(`infirmary-${name}`, `0000000${i}`));

/** How well rows hold the pairs of sentences of different articles that a person put together, headlines aside. */
export function pairScores(told: readonly Told[], rows: readonly { readonly cells: readonly { readonly articleId: string; readonly sentences: readonly number[] }[] }[]): { precision: number; recall: number; wrong: string[]; missed: string[] } {
  const tags = new Map(told.map(({ article, gold }) => [article.id, gold]));
  const texts = new Map(told.map(({ article }) => [article.id, article.sentences]));
  const gold = pairsOf(told.flatMap(({ article, gold: names }) => names.map((tag, sentence) => ({ id: article.id, sentence, tag }))), (tag) => tag !== "-" && tag !== "headline");
  const found = new Set(rows.flatMap((row, i) => [...pairsOf(row.cells.flatMap(({ articleId, sentences }) => sentences.map((sentence) => ({ id: articleId, sentence, tag: String(i) }))), () => true)]));
  const body = new Set([...found].filter((pair) => pair.split(" ").some((place) => tags.get(place.split(":")[0] ?? "")?.[Number(place.split(":")[1])] !== "headline")));
  const both = [...body].filter((pair) => gold.has(pair)).length;
  const show = (pair: string) => pair.split(" ").map((place) => texts.get(place.split(":")[0] ?? "")?.[Number(place.split(":")[1])]?.text).join(" ⟷ ");
  return { precision: both / body.size, recall: both / gold.size, wrong: [...body].filter((pair) => !gold.has(pair)).map(show), missed: [...gold].filter((pair) => !body.has(pair)).map(show) };
}

function pairsOf(places: readonly { id: string; sentence: number; tag: string }[], counts: (tag: string) => boolean): Set<string> {
  return new Set(
    places.flatMap((a, i) => places.slice(i + 1).flatMap((b) => (a.id !== b.id && a.tag === b.tag && counts(a.tag) ? [[a, b].map(({ id, sentence }) => `${id}:${sentence}`).sort().join(" ")] : []))),
  );
}
