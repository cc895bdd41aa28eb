import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { maskTitle } from "@/lib/articles/source-mask";
import { sourceNames } from "@/lib/articles/source-names";
import { notFound } from "@/lib/kernel/errors";
import { rows } from "@/lib/platform/database";
import { OPEN_BLOCKS } from "./open-blocks";

/** An article as it is handed out: its open blocks in full. `outlet` is null where nobody knows it, or it is hidden. */
export type HandOut = { readonly articleId: string; readonly outlet: string | null; readonly blocks: readonly { readonly kind: string; readonly text: string }[] };

type Found = HandOut & { byline: string | null; url: string | null; names: string[]; domains: string[] };

const HAND_OUTS = `
  SELECT a.id AS "articleId", o.name AS outlet, a.byline, a.url,
         ${OPEN_BLOCKS} AS blocks,
         ARRAY(SELECT n.name FROM outlet y CROSS JOIN LATERAL (SELECT y.name UNION ALL SELECT al.alias FROM outlet_alias al WHERE al.project_id = y.project_id AND al.outlet_id = y.id) n WHERE y.project_id = a.project_id AND y.id IN (a.outlet_id, a.publisher_id)) AS names,
         ARRAY(SELECT d.domain FROM outlet_domain d WHERE d.project_id = a.project_id AND d.outlet_id IN (a.outlet_id, a.publisher_id)) AS domains
  FROM lesson_article x JOIN article a ON a.project_id = x.project_id AND a.id = x.article_id JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id
  LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id WHERE x.project_id = $1 ORDER BY x.position`;

/** The articles of the lesson as its teacher prints them; where newspapers are hidden from the class, their names are covered on paper, too. */
export async function handOuts(actor: MemberActor, hidden: boolean): Promise<HandOut[]> {
  if (actor.role !== "coordinator") throw notFound();
  return (await rows<Found>(HAND_OUTS, [actor.projectId])).map(({ articleId, outlet, blocks, ...source }) => {
    if (!hidden) return { articleId, outlet, blocks: blocks.map(({ kind, text }) => ({ kind, text })) };
    const names = sourceNames(source);
    return { articleId, outlet: null, blocks: blocks.map(({ kind, text }) => ({ kind, text: maskTitle(text, names) })) };
  });
}
