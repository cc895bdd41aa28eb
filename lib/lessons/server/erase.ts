import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { forgetPersonLimits } from "@/lib/accounts/server/account";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { shiftProgress } from "@/lib/assignments/server/progress-counts";
import { invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { pupilNeedles, type PupilNeedles } from "./pupil-needles";
import { searchTraces, type Search } from "./traces";

type Pupil = { memberId: string; pseudonym: string; userId: string | null; digest: Buffer | null; kind: string | null; elsewhere: boolean };

const PUPILS = `
  SELECT m.id AS "memberId", m.pseudonym, m.user_id AS "userId", u.phrase_digest AS digest, u.kind, EXISTS (SELECT FROM member o WHERE o.user_id = m.user_id AND o.project_id <> m.project_id) AS elsewhere
  FROM member m LEFT JOIN app_user u ON u.id = m.user_id WHERE m.project_id = $1 AND m.role = 'annotator'`;

/** What was erased, and what a search of the whole database found afterwards. `accounts` of pupils went as well, unless another class needs them; `left` words were also somebody else's and were not looked for. */
export type Erased = { pupils: number; accounts: number; left: number; search: Search };

/** The pupils of the class, by name, for its teacher; those who were taken out, too. */
export async function listPupils(actor: MemberActor): Promise<{ memberId: string; pseudonym: string }[]> {
  if (actor.role !== "coordinator") throw notFound();
  return (await rows<Pupil>(`${PUPILS} ORDER BY m.pseudonym_key, m.id`, [actor.projectId])).map(({ memberId, pseudonym }) => ({ memberId, pseudonym }));
}

const confirmed = (typed: string, name: string): void => {
  if (typed.trim().toLowerCase() !== name.trim().toLowerCase()) throw invalid("/confirm: is not the name", { errors: [{ path: "/confirm", message: "is not the name" }] });
};

const goes = ({ kind, elsewhere, userId }: Pupil): boolean => userId !== null && kind === "pupil" && !elsewhere;

/** Rows that name a member and do not go with it by themselves, from the database's own list, so that a new table is not forgotten. */
const NAMES_MEMBER = `
  SELECT c.conrelid::regclass::text AS table, quote_ident(a.attname) AS column, a.attnotnull AS required
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[2] WHERE c.contype = 'f' AND c.confrelid = 'member'::regclass AND c.confdeltype = 'a' ORDER BY 1, 2`;

/** Rows that hold a member's id without a promise of the database's. */
const LOOSE = ["DELETE FROM outbox WHERE project_id = $1 AND member_id = $2", "DELETE FROM rollup_mark WHERE project_id = $1 AND coder_id = $2", "DELETE FROM rollup_coder WHERE project_id = $1 AND coder_id = $2"];

async function eraseRows(actor: MemberActor, { memberId, userId, ...pupil }: Pupil, { ids, said }: PupilNeedles, tx: Sql): Promise<void> {
  const at = [actor.projectId, memberId];
  const given = await rows<{ id: string; articleId: string }>('SELECT id, article_id AS "articleId" FROM assignment WHERE project_id = $1 AND member_id = $2 ORDER BY id FOR UPDATE', at, tx);
  await shiftProgress(actor, tx, actor.projectId, given.map(({ id }) => id), -1);
  await rows("DELETE FROM thread WHERE project_id = $1 AND subject_id = ANY($2::uuid[])", [actor.projectId, ids], tx);
  await rows("DELETE FROM message WHERE project_id = $1 AND member_id = $2", at, tx);
  await rows("DELETE FROM codebook_proposal WHERE project_id = $1 AND created_by = $2", at, tx);
  await rows("UPDATE codebook_proposal SET span_ids = ARRAY(SELECT s FROM unnest(span_ids) s WHERE s <> ALL($2::uuid[])) WHERE project_id = $1 AND span_ids && $2::uuid[]", [actor.projectId, ids], tx);
  await rows("DELETE FROM audit_entry WHERE project_id = $1 AND member_id = $2", at, tx);
  await rows("UPDATE audit_entry SET subject_id = NULL, detail = NULL WHERE project_id = $1 AND (subject_id = ANY($2::uuid[]) OR EXISTS (SELECT FROM unnest($3::text[]) t WHERE strpos(detail::text, t) > 0))", [actor.projectId, ids, ids], tx);
  // What others' operations were answered may hold the pupil's words, or words about them.
  await rows("UPDATE operation SET answer = 'null' WHERE project_id = $1 AND EXISTS (SELECT FROM unnest($2::text[] || $3::text[]) t WHERE strpos(answer::text, t) > 0 OR strpos(answer::text, btrim(to_json(t)::text, '\"')) > 0)", [actor.projectId, ids, said], tx);
  await rows("DELETE FROM assignment WHERE project_id = $1 AND member_id = $2", at, tx);
  for (const statement of LOOSE) await rows(statement, at, tx);
  for (const { table, column, required } of await rows<{ table: string; column: string; required: boolean }>(NAMES_MEMBER, [], tx))
    await rows(required ? `DELETE FROM ${table} WHERE project_id = $1 AND ${column} = $2` : `UPDATE ${table} SET ${column} = NULL WHERE project_id = $1 AND ${column} = $2`, at, tx);
  await rows("DELETE FROM member WHERE project_id = $1 AND id = $2", at, tx);
  if (userId !== null && goes({ memberId, userId, ...pupil })) await eraseUsers([userId], tx);
  await rows("DELETE FROM speaker s WHERE s.project_id = $1 AND NOT EXISTS (SELECT FROM span x WHERE x.project_id = s.project_id AND x.speaker_id = s.id) AND NOT EXISTS (SELECT FROM settled_span x WHERE x.project_id = s.project_id AND x.speaker_id = s.id)", [actor.projectId], tx);
  await refreshArticles(actor, [...new Set(given.map(({ articleId }) => articleId))], tx);
}

async function eraseUsers(userIds: readonly string[], tx: Sql): Promise<void> {
  await rows("DELETE FROM account_event WHERE user_id = ANY($1::uuid[])", [userIds], tx);
  await rows("DELETE FROM app_user WHERE id = ANY($1::uuid[])", [userIds], tx);
}

/**
 * Erases a pupil of the class: every row of theirs, what is counted from it, and their account unless another class
 * needs it; then looks for them in the whole database. `confirm` is the pupil's name. Throws 404 for whoever is no pupil.
 */
export async function erasePupil(actor: MemberActor, op: Op, memberId: string, confirm: string): Promise<Erased> {
  const gone: string[] = [];
  const answer = await runOperation(actor, op, async (tx) => {
    const pupil = await row<Pupil>(`${PUPILS} AND m.id = $2 AND EXISTS (SELECT FROM lesson l WHERE l.project_id = m.project_id) FOR NO KEY UPDATE OF m`, [actor.projectId, memberId], tx);
    if (!pupil) throw notFound();
    confirmed(confirm, pupil.pseudonym);
    const needles = await pupilNeedles(actor, { projectId: actor.projectId, memberId, pseudonym: pupil.pseudonym }, tx);
    await eraseRows(actor, pupil, needles, tx);
    const account = goes(pupil) && pupil.userId !== null ? [pupil.userId] : [];
    gone.push(...account);
    const search = await searchTraces(actor, { projectId: actor.projectId, ids: [...needles.ids, ...account], digests: account.length > 0 && pupil.digest ? [pupil.digest] : [], names: needles.name === null ? [] : [needles.name], words: needles.words }, tx);
    await rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'lesson')", [actor.projectId], tx);
    return { answer: { pupils: 1, accounts: account.length, left: needles.left, search }, deed: { action: "pupil.erased", subject: "member" } };
  });
  for (const id of gone) await forgetPersonLimits(actor, { id, login: null, email: null });
  return answer;
}

/**
 * Erases the class with everything in it, its log too, and the accounts of its pupils unless another class needs
 * them; then looks for it in the whole database. `confirm` is the class's name. There is nothing left to answer a
 * repetition from: it is 404.
 */
export async function eraseClass(actor: MemberActor, confirm: string): Promise<Erased> {
  if (actor.role !== "coordinator") throw notFound();
  const { answer, accounts } = await transaction(async (tx) => {
    const found = await row<{ name: string }>("SELECT p.name FROM project p JOIN lesson l ON l.project_id = p.id WHERE p.id = $1 FOR UPDATE OF p", [actor.projectId], tx);
    if (!found) throw notFound();
    confirmed(confirm, found.name);
    const pupils = await rows<Pupil>(PUPILS, [actor.projectId], tx);
    const leaving = pupils.filter(goes);
    const userIds = leaving.flatMap(({ userId }) => (userId === null ? [] : [userId]));
    await rows("DELETE FROM project WHERE id = $1", [actor.projectId], tx);
    await eraseUsers(userIds, tx);
    const search = await searchTraces(actor, { projectId: actor.projectId, ids: [actor.projectId, ...pupils.map(({ memberId }) => memberId), ...userIds], digests: leaving.flatMap(({ digest }) => (digest ? [digest] : [])), names: [], words: [] }, tx);
    return { answer: { pupils: pupils.length, accounts: userIds.length, left: 0, search }, accounts: userIds };
  });
  for (const id of accounts) await forgetPersonLimits(actor, { id, login: null, email: null });
  return answer;
}
