import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { type PlainBlock, readText, type ServedPassage } from "@/lib/articles/reading";
import { textMask, titleMask } from "@/lib/articles/server/source-mask";
import type { Span } from "../span";

type Article = { id: string; revisionId: string; title: string; text: string; language: string | null; words: number };
type Document = { assignment: { id: string }; article: Article; blocks: PlainBlock[]; speech: readonly ServedPassage[]; spans: (Span & { lost?: { revisionId: string; start: number; quote: string }[] })[]; queue: { items: { assignmentId: string; title: string }[] } };

/**
 * The annotate screen's document without what gives sources away: of the article itself, and of the titles in the
 * queue. What else stands in it stays as it is.
 * @param unread nothing is stored yet of how this program reads the text
 */
export async function blindDocument(actor: MemberActor, body: string, unread: boolean): Promise<string> {
  const document = JSON.parse(body) as Document;
  const { article, blocks, spans, queue } = document;
  const [mask, titles] = await Promise.all([textMask(actor, { articleIds: [article.id] }), titleMask(actor, { assignmentIds: queue.items.map((item) => item.assignmentId) })]);
  const items = queue.items.map((item) => ({ ...item, title: titles.title(item.assignmentId, item.title) }));
  const hidden = mask.hidden(article.id);
  const text = mask.text(article.id, article.text, article.revisionId);
  const read = (): { article: Article; speech: readonly ServedPassage[] } => {
    const { speech, ...snaps } = readText(text, blocks, article.language);
    return { article: { ...article, ...snaps }, speech };
  };
  if (!hidden) return JSON.stringify({ ...document, ...(unread && read()), queue: { ...queue, items } });
  // What is stored was read from the true text: it would tell where hidden names stand and how long their words are.
  const now = read();
  const served = {
    ...now.article,
    title: mask.title(article.id, article.title),
    text,
    words: mask.words(article.id, article.words),
    sha256: null, outlet: null, publisher: null, byline: null, url: null,
    sourceHidden: true, sourceReveal: hidden.reveal,
  };
  return JSON.stringify({ ...document, article: served, speech: now.speech, spans: spans.map((span) => ({
      ...span,
      parts: mask.parts(article.id, span.parts, article.revisionId),
      ...(span.lost ? { lost: span.lost.map((one) => ({ ...one, quote: mask.quote(article.id, one.start, one.quote, one.revisionId) })) } : {}),
    })), queue: { ...queue, items } });
}
