import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { nameKey } from "@/lib/articles/name-key";
import { rows } from "@/lib/platform/database";
import { tokenize } from "@/lib/text/tokens";
import { distinctTargetNames, NameCounter, type NamingTally, type TargetName } from "../words/naming";
import type { NamingReport } from "../words/report";
import { readScope, readTargets } from "./word-scope";
import { eachText } from "./word-texts";

/** How each outlet names each target, by the names that the project knows: in what articles say outside chrome and bylines. As `readWords` for what counts, and for what is thrown. */
export async function readNaming(actor: MemberActor, setId: string | null): Promise<NamingReport> {
  const [{ told, articles }, targets, names] = await Promise.all([readScope(actor, setId), readTargets(actor), readNames(actor)]);
  const counter = new NameCounter(names);
  const tallies = new Map([...articles].sort((a, b) => (a.outlet < b.outlet ? -1 : 1)).map(({ outletId, outlet }) => [outletId, { groupId: outletId, name: outlet, words: 0, works: 0, counts: new Map<number, number>() } satisfies NamingTally & { name: string }]));
  const byId = new Map(articles.map((article) => [article.id, article]));
  await eachText(actor, articles.map(({ id }) => id), null, (articleId, stretches) => {
    const article = byId.get(articleId);
    const tally = tallies.get(article?.outletId ?? "");
    if (!article || !tally) return;
    tally.works += 1;
    for (const { text } of stretches) {
      counter.add(tally, text);
      for (const { word } of tokenize(text, article.language)) if (word) tally.words += 1;
    }
  });
  const all = [...tallies.values()];
  const nameOf = new Map(targets.map(({ id, name }) => [id, name]));
  return {
    scope: told,
    outlets: all.map(({ groupId, name, works, words }) => ({ id: groupId, name, works, words })),
    targets: counter.read(all).flatMap((naming) => (nameOf.has(naming.targetId) ? [{ ...naming, name: nameOf.get(naming.targetId) ?? "" }] : [])),
  };
}

/** Names and aliases of targets; those of merged targets are the names of the one that they were merged into. */
async function readNames(actor: MemberActor): Promise<TargetName[]> {
  const found = await rows<TargetName>(
    `SELECT coalesce(t.merged_into_id, t.id) AS "targetId", n.name, n.ambiguous FROM target t
     JOIN LATERAL (SELECT t.name, false AS ambiguous, 0 AS place UNION ALL SELECT a.alias, a.is_ambiguous, 1 FROM target_alias a WHERE a.project_id = t.project_id AND a.target_id = t.id) n ON true
     WHERE t.project_id = $1 AND t.archived_at IS NULL ORDER BY t.merged_into_id IS NOT NULL, t.position, t.created_at, t.id, n.place, n.name LIMIT 5000`,
    [actor.projectId],
  );
  return distinctTargetNames(found, nameKey);
}
