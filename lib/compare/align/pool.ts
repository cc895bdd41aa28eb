import type { ComparedArticle } from "../passage";
import type { Columns } from "./links";
import { median } from "./reading-order";
import type { Pooled } from "./rows";
import type { Said } from "./verdicts";

const WORD = /[\p{L}\p{N}]/u;

/** All sentences of all articles under one numbering, which does not hang on the order of the articles. */
export class Pool {
  /** By id. */
  readonly articles: readonly ComparedArticle[];
  readonly sentences: readonly Pooled[];
  /** Numbers of the sentences of headlines. */
  readonly headlines: ReadonlySet<number>;
  readonly #leads: ReadonlySet<number>;

  constructor(articles: readonly ComparedArticle[]) {
    this.articles = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.sentences = this.articles.flatMap(({ id, sentences }, article) => sentences.map((sentence): Pooled => ({ ...sentence, articleId: id, article })));
    this.headlines = new Set(this.#numbers(({ kind }) => kind === "headline"));
    this.#leads = new Set(this.articles.map((_, article) => this.sentences.findIndex((sentence) => sentence.kind === "paragraph" && sentence.article === article)));
  }

  /** What is matched, by article: every sentence with a word; of headlines those alone that somebody said something else tells. */
  columns(same: Said["same"]): Columns {
    const named = new Set(same.filter((pair) => pair.some((sentence) => !this.headlines.has(sentence))).flat());
    return this.articles.map((_, column) => this.#numbers(({ article, text }, number) => article === column && WORD.test(text) && (!this.headlines.has(number) || named.has(number))));
  }

  /** Whether an article's first paragraph begins with one of these. */
  leads(sentences: readonly number[]): boolean {
    return sentences.some((sentence) => this.#leads.has(sentence));
  }

  /** How far down their articles these stand, from 0 (the first sentence) to 1: the median over the articles. */
  position(sentences: readonly number[]): number {
    const places: number[] = [];
    for (const [i, sentence] of sentences.entries()) {
      const article = this.sentences[sentence]?.article;
      if (i > 0 && article === this.sentences[sentences[i - 1] ?? -1]?.article) continue;
      const own = sentences.length === 1 ? sentences : sentences.filter((other) => this.sentences[other]?.article === article);
      places.push(median(own.map((other) => this.sentences[other]?.index ?? 0)) / Math.max(1, (this.articles[article ?? -1]?.sentences.length ?? 1) - 1));
    }
    return median(places);
  }

  #numbers(holds: (sentence: Pooled, number: number) => boolean): number[] {
    return this.sentences.flatMap((sentence, number) => (holds(sentence, number) ? [number] : []));
  }
}
