import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";
import { spaced } from "../../copies/words";
import { searchWords } from "../../search/words";
import { marker } from "./write";

/**
 * A search as Postgres' tsquery, in text. `match` holds for entries of the project alone, each under the rules of
 * its own language; `rank` is without what tells projects apart, since that says nothing of how well an entry fits.
 */
export type Compiled = { readonly match: string; readonly rank: string };
type OfConfig = { config: string; query: string };

/** Articles, the newest of a list, that are compared to find its best matches; a word that more of them have says little. */
export const RANKED = 10_000;

/** A search for what a person typed: words, "a phrase", or, -not. */
export const compileSearch = async (actor: MemberActor, typed: string): Promise<Compiled> =>
  compiled(actor, await rows<OfConfig>("SELECT config, websearch_to_tsquery(config::regconfig, $2)::text AS query FROM search_config WHERE project_id = $1 ORDER BY config", [actor.projectId, searchWords(typed)]));

/** A search for the unambiguous names of a target, and of those that were merged into it; each as a phrase. */
export async function compileTarget(actor: MemberActor, targetId: string): Promise<Compiled> {
  const names = await rows<{ name: string }>(
    `SELECT n.name FROM target asked JOIN target t ON t.project_id = asked.project_id AND coalesce(t.merged_into_id, t.id) = coalesce(asked.merged_into_id, asked.id)
     CROSS JOIN LATERAL (SELECT t.name UNION SELECT x.alias FROM target_alias x WHERE x.project_id = t.project_id AND x.target_id = t.id AND NOT x.is_ambiguous) n
     WHERE asked.project_id = $1 AND asked.id = $2`,
    [actor.projectId, targetId],
  );
  const found = await rows<OfConfig>(
    `SELECT c.config, '(' || q::text || ')' AS query FROM search_config c CROSS JOIN unnest($2::text[]) AS n(name) CROSS JOIN LATERAL phraseto_tsquery(c.config::regconfig, n.name) q
     WHERE c.project_id = $1 AND numnode(q) > 0 ORDER BY 1, 2`,
    [actor.projectId, names.map(({ name }) => spaced(name))],
  );
  return compiled(actor, found);
}

function compiled(actor: MemberActor, found: readonly OfConfig[]): Compiled {
  const asked = found.filter(({ query }) => query !== "");
  // What holds for nothing: no entry has a marker of no configuration.
  if (asked.length === 0) return { match: `'${marker(actor.projectId, "")}'`, rank: "" };
  const of = ({ config, query }: OfConfig) => `'${marker(actor.projectId, config)}' & (${query})`;
  return { match: asked.map((one) => `(${of(one)})`).join(" | "), rank: [...new Set(asked.map((one) => `(${one.query})`))].join(" | ") };
}
