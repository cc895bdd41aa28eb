import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import type { TextRange } from "@/lib/text/units";
import { MASK, maskRanges, maskSlice, maskText, maskTitle, roughWords } from "../source-mask";
import type { ArticleHead } from "./article-sql";
import { hiddenSources, sourcesHiddenFromMe, type HiddenSource, type Wanted } from "./hidden-sources";

type Part = { start: number; quote: string };

/** Hides the sources of some articles from one person. What is not hidden from them comes back as it was given. */
export class SourceMask {
  readonly #sources = new Map<string, HiddenSource>();
  readonly #ranges = new Map<string, readonly TextRange[]>();

  constructor(sources: readonly HiddenSource[]) {
    for (const source of sources) for (const id of [source.articleId, ...source.assignmentIds]) this.#sources.set(id, source);
  }

  /** What is hidden of an article, named by its id or that of the person's own assignment; undefined where nothing is. */
  hidden(id: string): HiddenSource | undefined {
    return this.#sources.get(id);
  }

  /** A title with the names in it hidden. */
  title(id: string, title: string): string {
    const source = this.hidden(id);
    if (!source) return title;
    return source.wholeTitle ? MASK.repeat([...title].length) : maskTitle(title, source.names);
  }

  /** A name that somebody wrote about an article, with what is hidden of it. */
  name(id: string, name: string | null): string | null {
    const source = this.hidden(id);
    return source && name !== null ? maskTitle(name, source.names) : name;
  }

  /** How many words an article has; only roughly where the exact number depends on a hidden name. */
  words(id: string, words: number): number {
    const source = this.hidden(id);
    return source ? roughWords(source.codePoints) : words;
  }

  /** What is hidden in a revision (by id or number; the current one when none is named), in order. The mask must have been read with texts. */
  ranges(id: string, revision?: string | number): readonly TextRange[] {
    const source = this.hidden(id);
    const text = source?.texts.find((one) => (revision === undefined ? one.current : one.id === revision || one.number === revision));
    if (!source || !text) return [];
    const known = this.#ranges.get(text.id);
    if (known) return known;
    const ranges = maskRanges(text.text, text.blocks, source.names);
    this.#ranges.set(text.id, ranges);
    return ranges;
  }

  /** The text as it is served. */
  text(id: string, text: string, revision?: string | number): string {
    return this.hidden(id) ? maskText(text, this.ranges(id, revision)) : text;
  }

  /** Words that stand from `start` on, as they are served. */
  quote(id: string, start: number, quote: string, revision?: string | number): string {
    return this.hidden(id) ? maskSlice(quote, start, this.ranges(id, revision)) : quote;
  }

  /** The parts of a span as they are served. */
  parts<P extends Part>(id: string, parts: readonly P[], revision?: string | number): P[] {
    return parts.map((part) => ({ ...part, quote: this.quote(id, part.start, part.quote, revision) }));
  }

  /** What stands in one row of an article, without what gives its source away. */
  head<A extends ArticleHead>(article: A): A {
    const { id } = article;
    if (!this.hidden(id)) return article;
    return { ...article, title: this.title(id, article.title), words: this.words(id, article.words), outlet: null, publisher: null, byline: null, url: null, ownVoiceCodePoints: null, sourceHidden: true };
  }
}

const NOTHING_HIDDEN = new SourceMask([]);

/** Hides titles and heads of articles from a blind annotator; asks nothing for anybody else. */
export const titleMask = async (actor: MemberActor, wanted: Wanted): Promise<SourceMask> => (actor.sourceBlind ? new SourceMask(await hiddenSources(actor, wanted, false)) : NOTHING_HIDDEN);

/** Hides texts and quotes, too. */
export const textMask = async (actor: MemberActor, wanted: Wanted): Promise<SourceMask> => (actor.sourceBlind ? new SourceMask(await hiddenSources(actor, wanted, true)) : NOTHING_HIDDEN);

/** Hides what is hidden from a person in any project, for what they download of themselves. */
export const maskOfMine = async (actor: Actor): Promise<SourceMask> => new SourceMask(await sourcesHiddenFromMe(actor));
