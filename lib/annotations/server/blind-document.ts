import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { snapsOf } from "@/lib/articles/reading";
import { textMask, titleMask } from "@/lib/articles/server/source-mask";
import type { Span } from "../span";

type Article = { id: string; revisionId: string; title: string; text: string; language: string | null; words: number; tokens: string };
type Document = { assignment: { id: string }; article: Article; blocks: { start: number; end: number }[]; spans: Span[]; queue: { items: { assignmentId: string; title: string }[] } };

/**
 * The annotate screen's document without what gives sources away: of the article itself, and of the titles in the
 * queue. What else stands in it stays as it is.
 */
export async function blindDocument(actor: MemberActor, body: string): Promise<string> {
  const document = JSON.parse(body) as Document;
  const { article, blocks, spans, queue } = document;
  const [mask, titles] = await Promise.all([textMask(actor, { articleIds: [article.id] }), titleMask(actor, { assignmentIds: queue.items.map((item) => item.assignmentId) })]);
  const items = queue.items.map((item) => ({ ...item, title: titles.title(item.assignmentId, item.title) }));
  const hidden = mask.hidden(article.id);
  if (!hidden) return JSON.stringify({ ...document, article: article.tokens === "" ? { ...article, ...snapsOf(article.text, blocks, article.language) } : article, queue: { ...queue, items } });
  const text = mask.text(article.id, article.text, article.revisionId);
  const served = {
    ...article,
    title: mask.title(article.id, article.title),
    text,
    // The stored ones would tell how long the words of a hidden name are.
    ...snapsOf(text, blocks, article.language),
    words: mask.words(article.id, article.words),
    sha256: null, outlet: null, publisher: null, byline: null, url: null,
    sourceHidden: true, sourceReveal: hidden.reveal,
  };
  return JSON.stringify({ ...document, article: served, spans: spans.map((span) => ({ ...span, parts: mask.parts(article.id, span.parts, article.revisionId) })), queue: { ...queue, items } });
}
