import "server-only";
import { err, ok, type Result } from "@/lib/kernel/result";
import { composeArticle } from "../../compose";
import type { Hints, Proposal, Understood } from "../../extract/understood";
import type { Content } from "../../formats/record";

/** Plain text as it stands, until lib/articles/extract/understand takes its place. */
export function understandPlain(content: Content, hints: Hints): Result<Understood, { message: string; byte?: number }> {
  const composed = composeArticle({ text: content.kind === "text" ? content.text : content.html, title: hints.fields?.title });
  if (!composed.ok) return err(composed.error);
  const { text, title, blocks } = composed.value;
  const file = (value: string | undefined): Proposal | null => (value === undefined ? null : { value, from: "file", quote: value });
  return ok({
    text, title, blocks: blocks.map(({ kind, start, end }) => ({ kind, start, end, reason: kind === "headline" ? "first_line" : null })),
    byline: file(hints.fields?.byline), outlet: file(hints.fields?.outlet), publisher: file(hints.fields?.publisher), publishedOn: null, language: file(hints.fields?.language), url: null, genre: null, looks: [],
  });
}
