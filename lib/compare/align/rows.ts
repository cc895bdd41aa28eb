import type { ComparedArticle, PassageRow, Sentence } from "../passage";
import type { Likeness } from "./likeness";

/** A sentence in the pool, with the number of its article. */
export type Pooled = Sentence & { readonly articleId: string; readonly article: number };

/** How many words a row is labelled from. */
const WORDS = 6;

/**
 * A row of sentences (numbers in the pool, ascending).
 * @param articles in the order of the columns, which is that of the cells
 */
export function passageRow(sentences: readonly number[], byHand: boolean, pool: readonly Pooled[], likeness: Likeness, articles: readonly ComparedArticle[]): PassageRow {
  const cells: { articleId: string; sentences: number[] }[] = [];
  const places: string[] = [];
  for (const number of sentences) {
    const { articleId, index, start, end } = pool[number]!;
    if (cells.at(-1)?.articleId === articleId) cells.at(-1)?.sentences.push(index);
    else cells.push({ articleId, sentences: [index] });
    places.push(`${articleId} ${start} ${end}`);
  }
  if (cells.length > 1) cells.sort((a, b) => articles.findIndex(({ id }) => id === a.articleId) - articles.findIndex(({ id }) => id === b.articleId));
  return { key: digest(places.join("\n")), cells, words: joiningWords(sentences, pool, likeness), likeness: meanLikeness(sentences, pool, likeness), byHand };
}

/** The mean over every two cells of how like their two likest sentences are. */
function meanLikeness(sentences: readonly number[], pool: readonly Pooled[], likeness: Likeness): number | null {
  const best = new Map<string, number>();
  for (const [i, a] of sentences.entries()) {
    for (const b of sentences.slice(i + 1)) {
      if (pool[a]?.article === pool[b]?.article) continue;
      const cells = `${pool[a]?.article} ${pool[b]?.article}`;
      best.set(cells, Math.max(best.get(cells) ?? 0, likeness.of(a, b)));
    }
  }
  const all = [...best.values()];
  return all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length;
}

/** The words that most of the cells share, then by how much they tell; of a lone row its own. */
function joiningWords(sentences: readonly number[], pool: readonly Pooled[], likeness: Likeness): string[] {
  const found = new Map<number, { readonly shown: string; weight: number; last: number; articles: number }>();
  let [cells, before] = [0, -1];
  for (const sentence of sentences) {
    const article = pool[sentence]?.article ?? -1;
    if (article !== before) cells += 1;
    before = article;
    likeness.telling(sentence, (id, weight, shown) => {
      const word = found.get(id);
      if (word === undefined) return void found.set(id, { shown, weight, last: article, articles: 1 });
      word.weight = Math.max(word.weight, weight);
      if (word.last !== article) word.articles += 1;
      word.last = article;
    });
  }
  const shared = [...found.values()].filter(({ articles }) => articles >= Math.min(2, cells));
  return shared.sort((a, b) => b.articles * b.weight - a.articles * a.weight || (a.shown < b.shown ? -1 : 1)).slice(0, WORDS).map(({ shown }) => shown);
}

/** FNV-1a of 32 bits, twice. */
function digest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b) + (b >>> 13);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
