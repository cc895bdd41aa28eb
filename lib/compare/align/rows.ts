import type { ComparedArticle, PassageRow, RowCell, Sentence } from "../passage";
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
  const cells = articles.flatMap(({ id }): RowCell[] => {
    const own = sentences.flatMap((sentence) => (pool[sentence]?.articleId === id ? [pool[sentence].index] : []));
    return own.length === 0 ? [] : [{ articleId: id, sentences: own }];
  });
  const places = sentences.map((sentence) => `${pool[sentence]?.articleId} ${pool[sentence]?.start} ${pool[sentence]?.end}`);
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
  const found = new Map<string, { shown: string; weight: number; articles: Set<number> }>();
  for (const sentence of sentences) {
    for (const { key, weight, shown } of likeness.telling(sentence)) {
      const word = found.get(key) ?? { shown, weight: 0, articles: new Set() };
      found.set(key, { ...word, weight: Math.max(word.weight, weight), articles: word.articles.add(pool[sentence]?.article ?? -1) });
    }
  }
  const cells = new Set(sentences.map((sentence) => pool[sentence]?.article)).size;
  const shared = [...found].filter(([, { articles }]) => articles.size >= Math.min(2, cells));
  const order = shared.sort(([x, a], [y, b]) => b.articles.size * b.weight - a.articles.size * a.weight || (x < y ? -1 : 1));
  return order.slice(0, WORDS).map(([, { shown }]) => shown);
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
