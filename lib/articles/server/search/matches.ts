import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";
import { cutMatch, type Match } from "../../search/match";
import { searchConfig } from "../../search/config";
import type { Compiled } from "./query";

export type { Match };

/** Code points of each text that are looked through for the words to show. */
const LOOKED = 60_000;

/** Where the words of a search stand in some articles, for those of them where they stand near the beginning. */
export async function matchesIn(actor: MemberActor, articleIds: readonly string[], search: Compiled): Promise<Map<string, Match>> {
  if (articleIds.length === 0 || search.rank === "") return new Map();
  const languages = await rows<{ id: string; language: string | null }>("SELECT id, language FROM article WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, articleIds]);
  const found = await rows<{ id: string; piece: string }>(
    `SELECT a.id, ts_headline(x.config::regconfig, left(r.text, ${LOOKED}), $4::tsquery, 'MaxFragments=1, MaxWords=22, MinWords=12, StartSel="' || chr(2) || '", StopSel="' || chr(3) || '"') AS piece
     FROM unnest($2::uuid[], $3::text[]) AS x(id, config) JOIN article a ON a.project_id = $1 AND a.id = x.id JOIN revision r ON r.project_id = $1 AND r.id = a.current_revision_id`,
    [actor.projectId, languages.map((one) => one.id), languages.map((one) => searchConfig(one.language)), search.rank],
  );
  return new Map(found.flatMap(({ id, piece }) => {
    const match = cutMatch(piece);
    return match ? [[id, match]] : [];
  }));
}
