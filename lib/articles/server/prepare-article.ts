import "server-only";
import { createHash } from "node:crypto";
import { ok, type Result } from "@/lib/kernel/result";
import { type Composed, composeArticle, type ComposeError, type ToCompose } from "../compose";
import type { CopyPrint } from "../copies/print";
import { type SearchChunk, searchChunks } from "../search/chunks";
import { printOf } from "./copies/print";

/** An article with everything that is written of it and takes time to find; made in a thread of its own for many. */
export type Prepared = Composed & { readonly sha256: Uint8Array; readonly print: CopyPrint; readonly chunks: readonly SearchChunk[] };

/** Does all of the work on a text that needs no database. */
export function prepareArticle(input: ToCompose): Result<Prepared, ComposeError> {
  const composed = composeArticle(input);
  if (!composed.ok) return composed;
  const { text, blocks } = composed.value;
  return ok({ ...composed.value, sha256: createHash("sha256").update(text, "utf8").digest(), print: printOf(text, blocks), chunks: searchChunks(text, blocks, input.language ?? null) });
}
