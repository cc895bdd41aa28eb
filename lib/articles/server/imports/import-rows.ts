import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Look, UnderstoodBlock } from "../../extract/understood";
import { openLooks, type Proposals, settled } from "../../imports/correct";
import type { Corrections, RowState } from "../../imports/shape";

export type ImportRow = {
  ordinal: number; file: string; entry: string; line: number | null; byte: number | null; state: RowState; title: string;
  outlet: string | null; publisher: string | null; publishedOn: string | null;
  reason: string | null; looks: Look[];
  /** The article, or the row of this import, whose words this one repeats. */
  copyOf: { id: string; title: string } | { ordinal: number } | null;
  articleId: string | null;
  version: number;
};
export type WholeRow = ImportRow & { text: string | null; plain: boolean; blocks: UnderstoodBlock[]; proposals: Omit<Proposals, "blocks"> | null; corrections: Corrections };

type Stored = Omit<ImportRow, "outlet" | "publisher" | "publishedOn" | "looks" | "copyOf"> & {
  understood: Omit<Proposals, "blocks"> | null; corrections: Corrections; copyId: string | null; copyTitle: string | null; copyOrdinal: number | null;
  outletNow: string | null; publisherNow: string | null; publishedNow: string | null;
};

// Of an article that was added, what it says now: a person may have corrected it since.
const select = (understood: string): string => `SELECT r.ordinal, f.name AS file, r.entry, r.line, r.byte::float8 AS byte, r.state, coalesce(a.title, r.corrections #>> '{fields,title}', r.title) AS title, r.reason, r.article_id AS "articleId", r.version,
  ${understood} AS understood, r.corrections, c.id AS "copyId", c.title AS "copyTitle", r.copy_of_ordinal AS "copyOrdinal", o.name AS "outletNow", p.name AS "publisherNow", to_char(a.published_on, 'YYYY-MM-DD') AS "publishedNow"`;
/** SQL: whether the words are all there is of row `r`. Of a file of plain text the bytes are kept beside them. */
export const PLAIN = "(r.raw_type IS NULL OR r.raw_type ~* '^ *text/plain *(;|$)')";
const FROM = `FROM import_row r JOIN import_file f ON f.project_id = r.project_id AND f.id = r.file_id
  LEFT JOIN article c ON c.project_id = r.project_id AND c.id = r.copy_of
  LEFT JOIN article a ON a.project_id = r.project_id AND a.id = r.article_id LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id LEFT JOIN outlet p ON p.project_id = a.project_id AND p.id = a.publisher_id`;

function shown({ understood, corrections, copyId, copyTitle, copyOrdinal, outletNow, publisherNow, publishedNow, ...stored }: Stored): ImportRow {
  const said = understood === null ? null : settled(understood, corrections);
  return {
    ...stored,
    outlet: stored.articleId === null ? (said?.outletName ?? null) : outletNow,
    publisher: stored.articleId === null ? (said?.publisherName ?? null) : publisherNow,
    publishedOn: stored.articleId === null ? (said?.publishedOn ?? null) : publishedNow,
    looks: understood === null ? [] : openLooks(understood.looks, corrections),
    copyOf: copyId !== null ? { id: copyId, title: copyTitle ?? "" } : copyOrdinal !== null ? { ordinal: copyOrdinal } : null,
  };
}

/** One page of an import's rows in their order, without their text; `after` is the last ordinal of the page before. */
export async function importRows(actor: MemberActor, importId: string, wish: { state?: RowState | undefined; after?: number | undefined; limit: number }): Promise<{ items: ImportRow[]; next: number | null }> {
  if (!(await row("SELECT id FROM import WHERE project_id = $1 AND id = $2", [actor.projectId, importId]))) throw notFound();
  const found = await rows<Stored>(
    `${select("r.understood - 'blocks'")} ${FROM} WHERE r.project_id = $1 AND r.import_id = $2 AND r.ordinal > $3 ${wish.state === undefined ? "" : "AND r.state = $5"} ORDER BY r.ordinal LIMIT $4`,
    [actor.projectId, importId, wish.after ?? -1, wish.limit + 1, ...(wish.state === undefined ? [] : [wish.state])],
  );
  const items = found.slice(0, wish.limit).map(shown);
  return { items, next: found.length > wish.limit ? (items.at(-1)?.ordinal ?? null) : null };
}

/** One row with its text, its blocks under the corrections, and what was understood of it. */
export async function importRow(actor: MemberActor, importId: string, ordinal: number, tx?: Sql): Promise<WholeRow> {
  const found = await row<Stored & { understood: Proposals | null; text: string | null; plain: boolean }>(`${select("r.understood")}, r.text, ${PLAIN} AS plain ${FROM} WHERE r.project_id = $1 AND r.import_id = $2 AND r.ordinal = $3`, [actor.projectId, importId, ordinal], tx);
  if (!found) throw notFound();
  const { text, plain, ...stored } = found;
  const kinds = new Map(stored.corrections.blocks?.map((block) => [block.ordinal, block.kind]));
  const { blocks = [], ...proposals } = stored.understood ?? { blocks: [] };
  return {
    ...shown(stored),
    text,
    plain,
    blocks: text === null ? [] : blocks.map((block, i) => ({ ...block, ...(kinds.has(i) ? { kind: kinds.get(i)!, reason: "by_hand" as const } : {}) })),
    proposals: stored.understood === null ? null : (proposals as Omit<Proposals, "blocks">),
    corrections: stored.corrections,
  };
}
