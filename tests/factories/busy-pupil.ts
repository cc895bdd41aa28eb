import { expect } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "./call";
import type { LessonWorld } from "./lesson";
import { putSets } from "./put-sets";
import { makeSet } from "./questions";
import { spanOver, type TestMember } from "./world";

/** The words that a busy pupil leaves behind, each said by them alone. */
export const wordsOf = (tag: string): string[] => ["reason of a mark", "changed reason", "judgement's reason", "note on the article", "message to the teacher", "suggested because", "neutral headline", "headline's reason", "answer at the end", "flag of a page"].map((what) => `${what} by ${tag}`);

/** Lets a pupil of a lesson do everything that a pupil can, and the teacher everything that names one. The lesson must stand in the step of rewriting, revealed. */
export async function keepBusy(world: LessonWorld, pupil: TestMember, tag: string): Promise<void> {
  const [note, changed, judged, noted, asked, suggested, headline, reason, exit, flag] = wordsOf(tag) as [string, string, string, string, string, string, string, string, string, string];
  const base = `/projects/${world.projectId}`;
  const [article, other] = [world.articles[0]!, world.articles[1]!];
  const assignment = await world.assignmentOf(pupil, article);
  const path = `${base}/assignments/${assignment}`;
  const done = async (who: TestMember, method: string, to: string, body: object = {}): Promise<Record<string, never>> => {
    const answer = await call(who, method, to, body);
    expect(`${method} ${to} ${answer.status < 300 ? "" : answer.text}`).toBe(`${method} ${to} `);
    return answer.body as Record<string, never>;
  };
  const set = makeSet(`Issue ${tag}`, ["Economy"]);
  await putSets(world.projectId, [set]);
  const span = spanOver(article, "dodging questions", world.targetId, { note, voice: null });
  await done(pupil, "POST", `${path}/spans`, span);
  await done(pupil, "PATCH", `${base}/spans/${span.id}`, { version: 1, note: changed });
  const second = spanOver(article, "managed before breakfast", world.targetId, { framing: "advocacy", voice: null });
  await done(pupil, "POST", `${path}/spans`, second);
  await done(pupil, "DELETE", `${base}/spans/${second.id}`, { version: 1 });
  await done(pupil, "PUT", `${path}/judgements/${world.targetId}`, { version: 0, value: -1, note: judged });
  await done(pupil, "PUT", `${path}/answers/${set.id}`, { version: 0, labelIds: [set.labels[0]!.id] });
  await done(pupil, "PUT", `${path}/notes/${newId()}`, { version: 0, kind: "note", body: noted });
  await done(pupil, "POST", `${path}/suggestions/dismiss`, { targetId: world.targetId, phrase: "dodging questions" });
  await done(pupil, "POST", `${base}/target-suggestions`, { name: `Harbour ${tag}`, reason: suggested });
  await done(pupil, "PUT", `${path}/flag`, { note: flag });
  await done(pupil, "DELETE", `${path}/flag`);
  const version = async () => (await row<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [assignment]))!.version;
  await done(pupil, "POST", `${path}/submit`, { version: await version() });
  await done(world.teacher, "POST", `${path}/return`, { version: await version(), comment: "Once more, please.", spanIds: [span.id] });
  await done(pupil, "POST", `${path}/thread/messages`, { text: asked });
  await done(pupil, "POST", `${path}/submit`, { version: await version() });
  const written = await done(pupil, "PUT", `${base}/lesson/headlines/${article.articleId}`, { body: headline, reason, shared: true });
  await done(pupil, "PUT", `${base}/lesson/headlines/${other.articleId}`, { body: `Another ${headline}`, reason: "", shared: false });
  await done(world.teacher, "PATCH", `${base}/lesson/headlines/${written["id"]}`, { hidden: false, version: 1 });
  await done(pupil, "PUT", `${base}/lesson/exit`, { body: exit });
  const theirs = await row<{ id: string; article_id: string }>("SELECT id, article_id FROM headline WHERE project_id = $1 AND member_id <> $2 AND shared LIMIT 1", [world.projectId, pupil.memberId]);
  if (theirs) await done(pupil, "PUT", `${base}/lesson/votes/${theirs.article_id}`, { headlineId: theirs.id });
  await done(world.teacher, "PATCH", `${base}/members/${pupil.memberId}`, { version: 1, pseudonym: `Heron ${tag}` });
  await done(world.teacher, "PUT", `${base}/lesson/grades/${pupil.memberId}`, { evidence: 2, reasoning: 1, comment: `Well seen, ${tag}` });
  await rows("INSERT INTO lesson_presence (project_id, member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", [world.projectId, pupil.memberId]);
  await rows("UPDATE app_user SET phrase_digest = sha256(convert_to($2, 'UTF8')) WHERE id = $1", [pupil.userId, `phrase of ${tag}`]);
  await rows("INSERT INTO account_event (id, user_id, kind) VALUES ($1, $2, 'phrase_issued')", [newId(), pupil.userId]);
  const platformId = newId();
  await rows("INSERT INTO lti_platform (id, name, issuer, client_id, deployment_id, auth_url, token_url, jwks_url) VALUES ($1, 'School', $2, 'c', 'd', 'x', 'x', 'x')", [platformId, `https://school.example/${tag}`]);
  await rows("INSERT INTO lti_person (platform_id, subject, user_id) VALUES ($1, $2, $3)", [platformId, `subject of ${tag}`, pupil.userId]);
  const resourceId = newId();
  await rows("INSERT INTO lti_resource (project_id, id, platform_id, resource_link_id) VALUES ($1, $2, $3, $4)", [world.projectId, resourceId, platformId, `link ${tag}`]);
  await rows("INSERT INTO lti_score (project_id, resource_id, member_id, points) VALUES ($1, $2, $3, 3)", [world.projectId, resourceId, pupil.memberId]);
}

/** Every row of every table as one text, table by table: an honest second look, which shares nothing with the search that it checks. */
export async function everyRow(): Promise<string> {
  const tables = await rows<{ name: string }>("SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  const texts = [];
  for (const { name } of tables) texts.push(`${name}: ${(await rows<{ all: string | null }>(`SELECT string_agg(to_jsonb(t)::text, E'\\n') AS all FROM ${name} t`))[0]?.all ?? ""}`);
  return texts.join("\n");
}
