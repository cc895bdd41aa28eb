import { foldText } from "@/lib/text/fold";
import type { ComparedArticle, PassageRow, PassageVerdict } from "../passage";
import { Groups } from "./groups";
import { Likeness } from "./likeness";
import { freeLinks, monotoneLinks } from "./links";
import { Pool } from "./pool";
import { readingOrder } from "./reading-order";
import { passageRow } from "./rows";
import { TermReader } from "./terms";
import { readVerdicts } from "./verdicts";

/** How passages are aligned. */
export type AlignOptions = {
  /** `monotone`: no article is read backwards; `free`: any sentence may go with any. */
  readonly order: "free" | "monotone";
  /** Names of targets and outlets, which count for more than other words. */
  readonly names?: readonly string[];
};

/**
 * The sentences of articles on one event, in rows of what tells the same. The first row holds all headlines; then come
 * rows with the first sentence of an article's paragraphs, then the others down the page. A sentence that no other
 * article tells has a row of its own. Every sentence with a word stands in exactly one row; in a second one only where
 * verdicts that do not go together want it (see `groupsByHand`), or where a headline was said to tell what a sentence
 * tells. The row of headlines stands by place, so that no verdict parts it. The order of `articles` is that of the
 * cells, and changes nothing else.
 * @param verdicts what people said of places, the earlier first
 */
export function alignPassages(articles: readonly ComparedArticle[], verdicts: readonly PassageVerdict[], { order, names = [] }: AlignOptions): PassageRow[] {
  const pool = new Pool(articles);
  const said = readVerdicts(pool.sentences, verdicts);
  const reader = new TermReader(new Set(names.flatMap((name) => foldText(name).text.split(/[^\p{L}\p{M}\p{N}]+/u))));
  const terms = pool.articles.flatMap((article) => reader.read(article));
  const likeness = new Likeness(terms, pool.sentences.map(({ article }) => article), said.different, reader.count);
  const columns = pool.columns(said.same);
  const links = order === "free" ? freeLinks(columns, likeness) : monotoneLinks(columns, likeness);
  const groups = new Groups({ columns, likeness, links: links.filter(({ a, b }) => !pool.headlines.has(a) && !pool.headlines.has(b)), said, order });

  const build = (sentences: readonly number[], byHand: boolean) => passageRow(sentences, byHand, pool.sentences, likeness, articles);
  const rows = groups.all().flatMap((number) => {
    const sentences = groups.members(number);
    // A headline that no group took in stands in the row of headlines.
    return sentences.every((sentence) => pool.headlines.has(sentence)) ? [] : [{ number, sentences, row: build(sentences, sentences.some((sentence) => said.named.has(sentence))) }];
  });
  for (const [i, sentences] of groups.second.entries()) rows.push({ number: pool.sentences.length + i, sentences, row: build(sentences, true) });
  const spots = rows.map(({ number, sentences, row }) => ({ row: number, lead: pool.leads(sentences), position: pool.position(sentences), key: row.key }));
  const byNumber = new Map(rows.map(({ number, row }) => [number, row]));
  const body = readingOrder(spots, groups.inOrder).flatMap((number) => byNumber.get(number) ?? []);
  return pool.headlines.size === 0 ? body : [build([...pool.headlines], false), ...body];
}
