import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import { isNearCopy, mayBeCopy } from "../../copies/judge";
import { overlap, shingleSet, wordHashes } from "../../copies/shingles";
import { copyWords } from "../../copies/words";
import type { Proposals } from "../../imports/correct";
import { byTheIndex, shinglesOf } from "../copies/candidates";
import { ownKeys } from "../copies/print";
import type { NewRow } from "./write-rows";

type Found = { n: number; articleId: string | null; ordinal: number | null; exact: boolean; shingles: number; codePoints: number; shared: number };
type Words = { ordinal: number; text: string; understood: Proposals };
type Printed = NewRow & { readonly print: NonNullable<NewRow["print"]>; readonly text: string; readonly understood: Proposals };

/** Texts that are compared with one row in full. */
const COMPARED = 10;
const isPrinted = (row: NewRow): row is Printed => row.print !== undefined && row.text !== undefined && row.understood !== undefined;
const shinglesIn = (text: string, understood: Proposals): Uint32Array => shingleSet(wordHashes(copyWords(text, understood.blocks)));

/**
 * The rows of a batch, with the article or the earlier row of the same import whose words each repeats. By the same
 * measure by which articles are joined when they are added, so that the preview says what will happen.
 */
export async function withCopies(actor: MemberActor, importId: string, seen: number, made: readonly NewRow[], tx: Sql): Promise<NewRow[]> {
  const known: { digest: string; ordinal: number; row: Printed; shingles: Uint32Array }[] = [];
  const printed = made.filter(isPrinted);
  const found = await byTheIndex(actor, tx, () => candidates(actor, importId, printed, tx));
  const articles = await shinglesOf(actor, new Map(found.flatMap((one) => (one.articleId !== null && !one.exact ? [[one.articleId, one]] : []))), tx);
  const earlier = await earlierRows(actor, importId, found.flatMap((one) => (one.ordinal !== null && !one.exact ? [one.ordinal] : [])), tx);
  return made.map((row, i): NewRow => {
    if (!isPrinted(row)) return row;
    const own = shinglesIn(row.text, row.understood);
    const digest = Buffer.from(row.print.wordsDigest).toString("base64");
    const near = (other: Uint32Array | undefined, size: number): boolean => other !== undefined && isNearCopy({ a: row.print.shingles, b: size }, overlap(own, other));
    const mine = found.filter((one) => one.n === printed.indexOf(row) && (one.ordinal === null || one.ordinal < seen + i));
    const match =
      mine.find((one) => one.exact) ??
      mine.find((one) => near(one.articleId !== null ? articles.get(one.articleId) : earlier.get(one.ordinal ?? -1), one.shingles)) ??
      known.map((one) => ({ articleId: null, ordinal: one.ordinal, is: one.digest === digest || (mayBeCopy({ a: row.print.shingles, b: one.row.print.shingles }) && near(one.shingles, one.row.print.shingles)) })).find((one) => one.is);
    known.push({ digest, ordinal: seen + i, row, shingles: own });
    if (!match) return row;
    return { ...row, state: row.state === "new" ? "copy" : row.state, copyOf: match.articleId, copyOfOrdinal: match.ordinal };
  });
}

const candidates = (actor: MemberActor, importId: string, printed: readonly Printed[], tx: Sql): Promise<Found[]> =>
  rows<Found>(
    `WITH x AS MATERIALIZED (SELECT y.n, y.digest, y.keys::bigint[] AS keys FROM unnest($3::bytea[], $4::text[]) WITH ORDINALITY AS y(digest, keys, n))
     SELECT (x.n - 1)::int AS n, c.* FROM x CROSS JOIN LATERAL (
       SELECT f."articleId", f.ordinal, f.exact, f.shingles, coalesce(a.code_points, 0) AS "codePoints", f.shared FROM (
         (SELECT p.article_id AS "articleId", NULL::int AS ordinal, true AS exact, p.shingles, 0 AS shared FROM copy_print p WHERE p.project_id = $1 AND p.words_digest = x.digest ORDER BY p.article_id LIMIT 1)
         UNION ALL (SELECT NULL, r.ordinal, true, r.shingles, 0 FROM import_row r WHERE r.project_id = $1 AND r.import_id = $2 AND r.words_digest = x.digest ORDER BY r.ordinal LIMIT 1)
         UNION ALL (SELECT p.article_id, NULL, false, p.shingles, (SELECT count(*)::int FROM (SELECT unnest(p.bands) INTERSECT SELECT unnest(x.keys)) k) FROM (SELECT article_id, shingles, bands FROM copy_print WHERE bands && x.keys AND project_id IS NOT DISTINCT FROM $1 LIMIT 200) p ORDER BY 5 DESC, 1 LIMIT ${COMPARED})
         UNION ALL (SELECT NULL, r.ordinal, false, r.shingles, (SELECT count(*)::int FROM (SELECT unnest(r.bands) INTERSECT SELECT unnest(x.keys)) k) FROM (SELECT ordinal, shingles, bands FROM import_row WHERE project_id = $1 AND import_id = $2 AND bands && x.keys LIMIT 200) r ORDER BY 5 DESC, 2 LIMIT ${COMPARED})
       ) f LEFT JOIN article a ON a.project_id = $1 AND a.id = f."articleId"
     ) c ORDER BY 1, c.exact DESC, c."articleId" NULLS LAST, c.shared DESC`,
    [actor.projectId, importId, printed.map((row) => Buffer.from(row.print.wordsDigest)), printed.map((row) => ownKeys(actor.projectId, row.print.bands))],
    tx,
  );

async function earlierRows(actor: MemberActor, importId: string, ordinals: readonly number[], tx: Sql): Promise<Map<number, Uint32Array>> {
  if (ordinals.length === 0) return new Map();
  const found = await rows<Words>("SELECT ordinal, text, understood FROM import_row WHERE project_id = $1 AND import_id = $2 AND ordinal = ANY($3::int[]) AND text IS NOT NULL", [actor.projectId, importId, [...new Set(ordinals)]], tx);
  return new Map(found.map((row) => [row.ordinal, shinglesIn(row.text, row.understood)]));
}
