import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { STANDS } from "@/lib/adjudication/server/decision-rows";
import { SPEAKER } from "@/lib/annotations/server/span-sql";
import { nameKey } from "@/lib/articles/name-key";
import { sha256 } from "@/lib/articles/server/prepare-article";
import { rows, type Sql } from "@/lib/platform/database";
import type { SettledStudy, StudyArticle, StudyError } from "../../settled-study";
import { namedOutlets, namedTargets } from "../named";

/** What of a study the project has already, and what of it contradicts the project. */
export type KnownStudy = {
  /** Ids of articles that are there with the same text and the same settled record, by key. */
  readonly articles: ReadonlyMap<string, string>;
  /** By `nameKey`; what is missing has to be made. */
  readonly outlets: ReadonlyMap<string, string>;
  readonly targets: ReadonlyMap<string, string>;
  /** Event sets by `nameKey`. */
  readonly events: ReadonlyMap<string, string>;
  readonly errors: readonly StudyError[];
};

type Mark = [targetId: string, framing: string, voice: string | null, speaker: string | null, directness: string, device: string | null, note: string, parts: [start: number, end: number][]];
type Stored = { key: string; id: string; sha256: string; outletId: string | null; state: string | null; marks: Mark[]; judgements: [targetId: string, value: string][] };

// Compared is what was loaded: the first text, and the marks as they lay in it.
const STORED = `
SELECT ar.external_key AS key, ar.id, encode(r.sha256, 'hex') AS sha256, (SELECT coalesce(o.merged_into_id, o.id) FROM outlet o WHERE o.project_id = ar.project_id AND o.id = ar.outlet_id) AS "outletId", j.state,
  (SELECT coalesce(json_agg(json_build_array(coalesce(t.merged_into_id, t.id), z.framing, z.voice, ${SPEAKER("z")}, z.directness, z.device, z.note,
     (SELECT json_agg(json_build_array(p.start_offset, p.end_offset) ORDER BY p.ordinal) FROM settled_part p WHERE p.project_id = z.project_id AND p.settled_span_id = z.id AND p.revision_id = r.id))), '[]')
   FROM decision d JOIN settled_span z ON z.project_id = d.project_id AND z.decision_id = d.id JOIN target t ON t.project_id = z.project_id AND t.id = z.target_id WHERE d.project_id = ar.project_id AND d.article_id = ar.id AND ${STANDS}) AS marks,
  (SELECT coalesce(json_agg(json_build_array(coalesce(t.merged_into_id, t.id), d.value #>> '{}')), '[]')
   FROM decision d JOIN target t ON t.project_id = d.project_id AND t.id = d.target_id WHERE d.project_id = ar.project_id AND d.article_id = ar.id AND d.subject = 'judgement' AND d.outcome = 'settled' AND ${STANDS}) AS judgements
FROM article ar JOIN revision r ON r.project_id = ar.project_id AND r.article_id = ar.id AND r.number = 1 LEFT JOIN adjudication j ON j.project_id = ar.project_id AND j.article_id = ar.id
WHERE ar.project_id = $1 AND ar.external_key = ANY($2::text[])`;

/** Looks up what a study is about. Reads only. */
export async function knownStudy(actor: MemberActor, study: SettledStudy, tx: Sql): Promise<KnownStudy> {
  const errors: StudyError[] = [];
  const outlets = await namedOutlets(actor, study.articles.flatMap(({ outlet, publisher }) => [outlet, publisher]), tx);
  const targets = await namedTargets(actor, study.targets, (name, message) => errors.push({ line: lineOf(study, name), field: "target", message }), tx);
  const events = await namedEvents(actor, study, errors, tx);
  const stored = new Map((await rows<Stored>(STORED, [actor.projectId, study.articles.map((one) => one.key)], tx)).map((one) => [one.key, one]));
  const articles = new Map<string, string>();
  for (const article of study.articles) {
    const there = stored.get(article.key);
    if (there === undefined) continue;
    articles.set(article.key, there.id);
    const differs = difference(article, there, outlets, targets);
    if (differs) errors.push({ line: article.line, field: differs.field, message: `The project has an article with the key “${article.key.slice(0, 60)}” already, ${differs.message}. Nothing is changed by a study; delete the article first.` });
  }
  return { articles, outlets, targets, events, errors };
}

const lineOf = (study: SettledStudy, target: string): number => study.articles.find((one) => [...one.spans, ...one.judgements].some((said) => nameKey(said.target) === nameKey(target)))?.line ?? 1;

async function namedEvents(actor: MemberActor, study: SettledStudy, errors: StudyError[], tx: Sql): Promise<Map<string, string>> {
  const found = await rows<{ key: string; id: string; name: string; kind: string }>("SELECT name_key AS key, id, name, kind FROM article_set WHERE project_id = $1 AND name_key = ANY($2::text[])", [actor.projectId, study.events.map(nameKey)], tx);
  for (const { key, name } of found.filter(({ kind }) => kind !== "event")) {
    errors.push({ line: study.articles.find(({ event }) => event !== null && nameKey(event) === key)?.line ?? 1, field: "event", message: `The set “${name}” of the project is none of one event.` });
  }
  return new Map(found.map(({ key, id }) => [key, id]));
}

function difference(article: StudyArticle, there: Stored, outlets: ReadonlyMap<string, string>, targets: ReadonlyMap<string, string>): { field: string; message: string } | null {
  if (Buffer.from(sha256(article.text)).toString("hex") !== there.sha256) return { field: "text", message: "with another text" };
  if ((article.outlet === null ? null : (outlets.get(nameKey(article.outlet)) ?? "")) !== there.outletId) return { field: "outlet", message: "of another outlet" };
  if (there.state === null) return { field: "key", message: "without a settled record" };
  const idOf = (name: string): string => targets.get(nameKey(name)) ?? "";
  const marks = article.spans.map((one): Mark => [idOf(one.target), one.framing, one.voice, one.speaker, one.directness, one.device, one.note, one.parts.map(({ start, end }) => [start, end])]);
  if (!sameRows(marks, there.marks)) return { field: "spans", message: "with other marks in its settled record" };
  return sameRows(article.judgements.map((one) => [idOf(one.target), String(one.value)]), there.judgements) ? null : { field: "judgements", message: "with other judgements in its settled record" };
}

const sameRows = (a: readonly unknown[], b: readonly unknown[]): boolean => JSON.stringify(a.map((one) => JSON.stringify(one)).sort()) === JSON.stringify(b.map((one) => JSON.stringify(one)).sort());
