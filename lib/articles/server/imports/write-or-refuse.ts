import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { log } from "@/lib/platform/log";
import type { Batch } from "./batches";

/** What is said of a record that the database does not take. */
export const NOT_STORED = "This record holds something that cannot be stored.";

/** A batch, or one result of it, with what was made of each result and how many results stand before. */
export type Piece<M> = { readonly batch: Batch; readonly made: readonly M[]; readonly at: number };

/** The results of a batch one by one, each with the cursor behind it; a file that ends without one is a piece as well. */
export function piecesOf<M>({ batch, made }: Piece<M>): Piece<M>[] {
  let at = 0;
  return batch.flatMap(({ file, results, cursor, last }): Piece<M>[] => {
    if (results.length === 0) return [{ batch: [{ file, results, cursor, last }], made: [], at }];
    return results.map((result, i) => {
      const part = { file: { ...file, cursor: results[i - 1]?.next ?? file.cursor }, results: [result], cursor: i === results.length - 1 ? cursor : result.next, last: last && i === results.length - 1 };
      return { batch: [part], made: made.slice(at, at + 1), at: at++ };
    });
  });
}

/** Whether the database refused a statement for what its values hold (SQLSTATE class 22), so that trying again cannot help. */
const isBadData = (error: unknown): boolean => /^22[0-9A-Z]{3}$/u.test((error as { code?: unknown } | null)?.code as string);

/**
 * Writes a batch at once; when the database does not take what is in it, piece by piece, and the guilty one as `refused`
 * makes it. `write` answers false when the import no longer stands as it did; then nothing more is written. Throws what
 * is no fault of the data.
 */
export async function writeOrRefuse<P>(actor: MemberActor, whole: P, how: { readonly pieces: (whole: P) => readonly P[]; readonly write: (piece: P) => Promise<boolean>; readonly refused: (piece: P) => P }): Promise<boolean> {
  try {
    return await how.write(whole);
  } catch (error) {
    if (!isBadData(error)) throw error;
    log.warn({ err: error, projectId: actor.projectId }, "a batch of an import holds what cannot be stored");
  }
  for (const piece of how.pieces(whole)) {
    const written = await how.write(piece).catch((error: unknown) => {
      if (!isBadData(error)) throw error;
      return how.write(how.refused(piece));
    });
    if (!written) return false;
  }
  return true;
}
