import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { nameKey } from "@/lib/articles/name-key";
import { prepareArticle } from "@/lib/articles/server/prepare-article";
import type { NewArticle } from "@/lib/articles/server/write-articles";
import { invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { rows, type Sql } from "@/lib/platform/database";
import type { ToldArticle } from "../../judgement-table";
import { writeKeys, writeWorks } from "../write-works";

/** Articles that are written in one statement. */
const SLICE = 1_000;

/**
 * Writes articles of which a table tells the title alone, or not even that; their text is their headline. Each is a work
 * of its own, since nobody knows its words. Gives back their ids by key. Throws 422 naming the line of a title that
 * cannot be stored.
 */
export async function writeToldArticles(actor: MemberActor, told: readonly ToldArticle[], outlets: ReadonlyMap<string, string>, tx: Sql): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const idOf = (name: string | null): string | null => (name === null ? null : (outlets.get(nameKey(name)) ?? null));
  for (let at = 0; at < told.length; at += SLICE) {
    const slice = told.slice(at, at + SLICE).map((one): NewArticle => {
      const made = prepareArticle({ text: one.title || one.key });
      if (!made.ok) throw invalid(`Line ${one.line}: ${made.error.message}`, { errors: [{ path: "/csv", line: one.line, message: made.error.message }] });
      const id = newId();
      ids.set(one.key, id);
      return {
        articleId: id, revisionId: newId(), workId: newId(), prepared: made.value, outletId: idOf(one.outlet), publisherId: idOf(one.publisher), byline: null, url: null, publishedOn: one.publishedOn, capturedAt: null,
        genre: one.genre, language: null, evidence: {},
      };
    });
    await writeWorks(actor, slice, tx);
  }
  await writeKeys(actor, ids, tx);
  if (told.length > SLICE) await rows("ANALYZE article, revision, block, work", [], tx);
  return ids;
}
