import { createHash } from "node:crypto";
import { job } from "@/lib/accounts/server/actor";
import { splitBlocks, type BlockKind } from "@/lib/articles/blocks";
import { snapsOf } from "@/lib/articles/reading";
import { searchChunks } from "@/lib/articles/search/chunks";
import { printOf, writePrints } from "@/lib/articles/server/copies/print";
import { writeSearch } from "@/lib/articles/server/search/write";
import { READING_VERSION } from "@/lib/articles/server/reading";
import { COUNT_PROGRESS } from "@/lib/assignments/server/progress-counts";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { newId } from "@/lib/kernel/id";
import type { Role } from "@/lib/projects/permissions";
import { row, rows, transaction } from "@/lib/platform/database";

/** A person who is signed in: the cookie's value stands in `session`. */
export type Person = { userId: string; session: string; name: string };
export type TestMember = Person & { memberId: string; projectId: string; role: Role };
export type TestArticle = { articleId: string; revisionId: string; workId: string; text: string };

let counter = 0;
const next = (): number => ++counter;

export async function makePerson(name = `Person ${next()}`, kind: "person" | "pupil" = "person"): Promise<Person> {
  const [userId, session] = [newId(), `${newId()}${newId()}`];
  await rows("INSERT INTO app_user (id, name, login, kind) VALUES ($1, $2, $3, $4)", [userId, name, kind === "person" ? `login-${userId}` : null, kind]);
  await rows("INSERT INTO session (id, token_digest, user_id, expires) VALUES ($1, $2, $3, now() + interval '1 day')", [newId(), createHash("sha256").update(session).digest("base64url"), userId]);
  return { userId, session, name };
}

/** A project with its built-in codebook as version 1; no member yet. */
export async function makeProject(options: { name?: string; kind?: "research" | "class" } = {}): Promise<string> {
  const [projectId, codebookId] = [newId(), newId()];
  await rows("INSERT INTO project (id, name, kind) VALUES ($1, $2, $3)", [projectId, options.name ?? `Project ${next()}`, options.kind ?? "research"]);
  await rows("INSERT INTO codebook (project_id, id, name) VALUES ($1, $2, 'Framing')", [projectId, codebookId]);
  await rows("INSERT INTO codebook_version (project_id, id, codebook_id, number, state, content, published_at) VALUES ($1, $2, $3, 1, 'published', $4, now())", [projectId, newId(), codebookId, JSON.stringify(startingCodebook(options.kind ?? "research"))]);
  return projectId;
}

export async function addMember(projectId: string, role: Role, person?: Person): Promise<TestMember> {
  const who = person ?? (await makePerson());
  const memberId = newId();
  const pseudonym = `${role} ${next()}`;
  await rows("INSERT INTO member (project_id, id, user_id, role, pseudonym, pseudonym_key) VALUES ($1, $2, $3, $4, $5, $5)", [projectId, memberId, who.userId, role, pseudonym]);
  return { ...who, memberId, projectId, role };
}

/** Stores a text as an article; `kinds` gives blocks another kind by ordinal. */
export async function addArticle(projectId: string, text: string, options: { kinds?: Record<number, BlockKind>; workId?: string; outletId?: string | null; publisherId?: string | null } = {}): Promise<TestArticle> {
  const [articleId, revisionId, workId] = [newId(), newId(), options.workId ?? newId()];
  const length = [...text].length;
  if (!options.workId) await rows("INSERT INTO work (project_id, id) VALUES ($1, $2)", [projectId, workId]);
  await rows(
    "INSERT INTO article (project_id, id, work_id, current_revision_id, title, words, code_points, own_voice_code_points, outlet_id, publisher_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)",
    [projectId, articleId, workId, revisionId, text.split("\n")[0], text.split(/\s+/).length, length, options.outletId ?? null, options.publisherId ?? null],
  );
  const blocks = splitBlocks(text);
  const { tokens, sentences } = snapsOf(text, blocks, null);
  await rows(
    "INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points, tokens, sentences, reading_version) VALUES ($1, $2, $3, 1, $4, sha256(convert_to($4, 'UTF8')), $5, $6, $7, $8)",
    [projectId, revisionId, articleId, text, length, tokens, sentences, READING_VERSION],
  );
  await rows(
    "INSERT INTO block (project_id, revision_id, ordinal, kind, start_offset, end_offset) SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::int[], $6::int[])",
    [projectId, revisionId, blocks.map((b) => b.ordinal), blocks.map((b) => options.kinds?.[b.ordinal] ?? b.kind), blocks.map((b) => b.start), blocks.map((b) => b.end)],
  );
  const found = blocks.map((block) => ({ ...block, kind: options.kinds?.[block.ordinal] ?? block.kind }));
  await transaction(async (tx) => {
    await writePrints(job(), tx, projectId, [{ articleId, revisionId, print: printOf(text, found) }]);
    await writeSearch(job(), tx, projectId, [{ articleId, chunks: searchChunks(text, found, null) }]);
  });
  return { articleId, revisionId, workId, text };
}

export async function addOutlet(projectId: string, name: string): Promise<string> {
  const id = newId();
  await rows("INSERT INTO outlet (project_id, id, name, name_key) VALUES ($1, $2, $3, lower($3))", [projectId, id, name]);
  return id;
}

export async function addTarget(projectId: string, name: string, isFocus = true): Promise<string> {
  const id = newId();
  await rows("INSERT INTO target (project_id, id, name, name_key, is_focus) VALUES ($1, $2, $3, lower($3), $4)", [projectId, id, name, isFocus]);
  return id;
}

export async function assign(member: TestMember, article: TestArticle): Promise<string> {
  const id = newId();
  const position = (await row<{ n: number }>("SELECT count(*)::int AS n FROM assignment WHERE project_id = $1 AND member_id = $2", [member.projectId, member.memberId]))?.n ?? 0;
  await rows(`WITH made AS (INSERT INTO assignment (project_id, id, article_id, member_id, position) VALUES ($1, $2, $3, $4, $5) RETURNING *, 1 AS d), ${COUNT_PROGRESS("made")} SELECT`, [member.projectId, id, article.articleId, member.memberId, position]);
  return id;
}

/** The body of a new span over the first (or nth) place where `quote` stands in the article. */
export function spanOver(article: TestArticle, quote: string, targetId: string, more: Record<string, unknown> = {}) {
  const before = article.text.indexOf(quote);
  if (before < 0) throw new Error(`“${quote}” does not stand in the article`);
  const start = [...article.text.slice(0, before)].length;
  return { id: newId(), revisionId: article.revisionId, parts: [{ start, end: start + [...quote].length, quote }], targetId, framing: "critical", voice: "own", ...more };
}
