import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import { textRange } from "@/lib/text/units";
import type { SaidBlock } from "../reanchor/carried-kinds";

/** The text of a revision with its blocks. */
export type CapturedText = { id: string; text: string; blocks: SaidBlock[] };

/** The texts of some revisions of the project, by id; true texts, for whoever may see them. */
export async function capturedTexts(actor: MemberActor, revisionIds: readonly string[], tx?: Sql): Promise<Map<string, CapturedText>> {
  const wanted = [...new Set(revisionIds)];
  if (wanted.length === 0) return new Map();
  const found = await rows<Omit<CapturedText, "blocks"> & { blocks: (Omit<SaidBlock, "start" | "end"> & { start: number; end: number })[] }>(
    `SELECT r.id, r.text,
       (SELECT coalesce(json_agg(json_build_object('ordinal', b.ordinal, 'kind', b.kind, 'start', b.start_offset, 'end', b.end_offset, 'reason', b.reason) ORDER BY b.ordinal), '[]') FROM block b WHERE b.project_id = r.project_id AND b.revision_id = r.id) AS blocks
     FROM revision r WHERE r.project_id = $1 AND r.id = ANY($2::uuid[])`,
    [actor.projectId, wanted],
    tx,
  );
  return new Map(found.map((one) => [one.id, { ...one, blocks: one.blocks.map((block) => ({ ...block, ...textRange(block.start, block.end) })) }]));
}
