import "server-only";
import { createHash } from "node:crypto";
import { ok, type Result } from "@/lib/kernel/result";
import { type Composed, composeArticle, type ComposeError, type ToCompose } from "../compose";
import { type CopyPrint, copyPrint } from "../copies/print";
import { type SearchChunk, searchChunks } from "../search/chunks";

/** An article with everything that is written of it and takes time to find; made in a thread of its own for many. */
export type Prepared = Composed & { readonly sha256: Uint8Array; readonly print: CopyPrint; readonly chunks: readonly SearchChunk[] };

/** sha256 of a text's UTF-8. */
export const sha256 = (text: string): Uint8Array => createHash("sha256").update(text, "utf8").digest();

/** Does all of the work on a text that needs no database, and knows none, so that a thread of it is light. */
export function prepareArticle(input: ToCompose): Result<Prepared, ComposeError> {
  const composed = composeArticle(input);
  if (!composed.ok) return composed;
  const { text, blocks } = composed.value;
  return ok({ ...composed.value, sha256: sha256(text), print: copyPrint(text, blocks, sha256), chunks: searchChunks(text, blocks, input.language ?? null) });
}
