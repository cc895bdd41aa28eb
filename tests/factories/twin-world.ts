import { createHash } from "node:crypto";
import { job } from "@/lib/accounts/server/actor";
import { readArticles } from "@/lib/articles/server/reading";
import { splitBlocks, type BlockKind } from "@/lib/articles/blocks";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { row, rows } from "@/lib/platform/database";
import { truncateAll } from "@/tests/support/database";
import type { TestMember } from "./world";

/** Everything by which two worlds differ; the n-th of one is as long as the n-th of the other. */
export type SourceWorld = { outlet: string; alias: string; merged: string; mergedAlias: string; publisher: string; writers: readonly [string, string]; host: string; words: number };
export const TERN: SourceWorld = { outlet: "The Daily Tern", alias: "DTN", merged: "Quay Morning Eye", mergedAlias: "QME", publisher: "Coastwire Press", writers: ["Ana Ash", "Bo Birch"], host: "dailytern.example", words: 31 };
export const WOLF: SourceWorld = { outlet: "Thoroughgoings", alias: "XWO", merged: "Portside-Evening", mergedAlias: "PVE", publisher: "“Lantern” House", writers: ["Eva Elm", "Al Alder"], host: "rainywolf.example", words: 28 };

const id = (n: number): string => `01930000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
const AT = "2026-03-01T10:00:00Z";
const KINDS: Record<number, BlockKind> = { 0: "headline", 1: "byline", 6: "chrome" };

const textOf = (w: SourceWorld): string =>
  [
    `${w.outlet}: council dithers 🌉 over the bridge`,
    `By ${w.writers[0]} and ${w.writers[1]}`,
    `The council bungled the closure, ${w.outlet}’s reporters have learned.`,
    `“Nobody told ${w.alias} or ${w.mergedAlias},” a trader said; ${w.publisher} was told.`,
    `${w.writers[1]} contributed to this report for ${w.merged}, see ${w.host}.`,
    `The port company kept its word. It told ${w.outlet} that the bridge is “safe”, ${w.publisher} said.`,
    `More from ${w.outlet}`,
  ].join("\n");

/** One project whose sources are hidden, with fixed ids and texts; empties the database first. */
export type TwinWorld = { coordinator: TestMember; annotator: TestMember; ids: Record<string, string>; text: string };

export async function makeTwinWorld(world: SourceWorld, reveal: { source: "by_coordinator" | "own_submission" } = { source: "by_coordinator" }): Promise<TwinWorld> {
  await truncateAll();
  const project = id(1);
  await rows("INSERT INTO project (id, name, reveal, source_blind, source_reveal, created_at) VALUES ($1, 'Twins', 'never', true, $2, $3)", [project, reveal.source, AT]);
  await rows("INSERT INTO codebook (project_id, id, name) VALUES ($1, $2, 'Framing')", [project, id(2)]);
  await rows("INSERT INTO codebook_version (project_id, id, codebook_id, number, state, content, published_at) VALUES ($1, $2, $3, 1, 'published', $4, $5)", [project, id(3), id(2), JSON.stringify(startingCodebook("research")), AT]);
  const coordinator = await member(project, 10, "coordinator");
  const annotator = await member(project, 20, "annotator");
  for (const [n, name, mergedInto] of [[30, world.outlet, null], [31, world.merged, id(30)], [32, world.publisher, null]] as const)
    await rows("INSERT INTO outlet (project_id, id, name, name_key, merged_into_id) VALUES ($1, $2, $3, lower($3), $4)", [project, id(n), name, mergedInto]);
  for (const [n, outlet, alias] of [[33, 30, world.alias], [34, 31, world.mergedAlias]] as const)
    await rows("INSERT INTO outlet_alias (project_id, id, outlet_id, alias, alias_key) VALUES ($1, $2, $3, $4, lower($4))", [project, id(n), id(outlet), alias]);
  await rows("INSERT INTO target (project_id, id, name, name_key, created_at) VALUES ($1, $2, 'Council', 'council', $3)", [project, id(40), AT]);
  for (const n of [50, 60, 70]) await article(project, n, world);
  await rows("UPDATE assignment SET phase = 'practice' WHERE id = $1", [id(63)]);
  await key(project, 60, world);
  await rows(`INSERT INTO lesson (project_id, steps) VALUES ($1, '[{"kind":"mark","minutes":10,"help":""}]')`, [project]);
  await rows("INSERT INTO lesson_article (project_id, article_id, position, block_ordinals) VALUES ($1, $2, 0, '{0,2,3,4,5}')", [project, id(50)]);
  // What is stored was read from the true words, and differs from world to world.
  await readArticles(job(), async () => undefined);
  return { coordinator, annotator, text: textOf(world), ids: { projectId: project, articleId: id(50), revisionId: id(51), assignmentId: id(53), practiceId: id(63), thirdId: id(73), targetId: id(40), outletId: id(30), versionId: id(3), memberId: id(21), spanId: id(80) } };
}

async function member(project: string, n: number, role: "coordinator" | "annotator"): Promise<TestMember> {
  const session = `session of ${role}`;
  await rows("INSERT INTO app_user (id, name, login, created_at) VALUES ($1, $2, $2, $3)", [id(n), role, AT]);
  await rows("INSERT INTO session (id, token_digest, user_id, expires) VALUES ($1, $2, $3, now() + interval '1 day')", [id(n + 2), createHash("sha256").update(session).digest("base64url"), id(n)]);
  await rows("INSERT INTO member (project_id, id, user_id, role, pseudonym, pseudonym_key, joined_at) VALUES ($1, $2, $3, $4, $4, $4, $5)", [project, id(n + 1), id(n), role, AT]);
  return { userId: id(n), session, name: role, memberId: id(n + 1), projectId: project, role };
}

async function article(project: string, n: number, world: SourceWorld): Promise<void> {
  const text = textOf(world);
  const length = [...text].length;
  await rows("INSERT INTO work (project_id, id) VALUES ($1, $2)", [project, id(n + 2)]);
  await rows(
    `INSERT INTO article (project_id, id, work_id, current_revision_id, title, words, code_points, own_voice_code_points, outlet_id, publisher_id, byline, url, published_on, captured_at, genre, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '2026-02-01', $13, 'news', $13)`,
    [project, id(n), id(n + 2), id(n + 1), text.split("\n")[0], world.words, length, length - world.words, id(30), id(32), `By ${world.writers.join(" and ")}`, `https://www.${world.host}/a`, AT],
  );
  await rows("INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points, created_at) VALUES ($1, $2, $3, 1, $4, sha256(convert_to($4, 'UTF8')), $5, $6)", [project, id(n + 1), id(n), text, length, AT]);
  const blocks = splitBlocks(text);
  await rows("INSERT INTO block (project_id, revision_id, ordinal, kind, start_offset, end_offset) SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::int[], $6::int[])", [project, id(n + 1), blocks.map((b) => b.ordinal), blocks.map((b) => KINDS[b.ordinal] ?? b.kind), blocks.map((b) => b.start), blocks.map((b) => b.end)]);
  await rows("INSERT INTO assignment (project_id, id, article_id, member_id, position, created_at, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $6)", [project, id(n + 3), id(n), id(21), n, AT]);
}

/** A key whose mark goes across a name. */
async function key(project: string, n: number, world: SourceWorld): Promise<void> {
  const quote = `closure, ${world.outlet}’s reporters`;
  const start = [...textOf(world).slice(0, textOf(world).indexOf(quote))].length;
  const version = await row<{ id: string }>("SELECT id FROM codebook_version WHERE project_id = $1", [project]);
  const content = { spans: [{ id: id(90), parts: [{ start, end: start + [...quote].length, quote }], targetId: id(40), framing: "critical", voice: "own", labelIds: [], reason: "It blames." }], judgements: [] };
  await rows("INSERT INTO answer_key (project_id, article_id, revision_id, codebook_version_id, content) VALUES ($1, $2, $3, $4, $5)", [project, id(n), id(n + 1), version?.id, JSON.stringify(content)]);
}
