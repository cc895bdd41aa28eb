import "server-only";
import { z } from "zod";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { err, ok, type Result } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { replay, runOperation } from "@/lib/projects/server/operation";
import { platformAddress, scoresAddress } from "../addresses";
import { SCORE_SCOPE } from "../claims";
import { scoreMessage } from "../messages";
import { allowsLoopback, askPlatform, type PlatformFault } from "./ask-platform";
import { sign } from "./keys";
import { openPlatform } from "./platforms";
import { freshSecret } from "./seal";

/** How far the points of a lesson are in grade books: of the pupils who came from a course, those whose points are there, and those whose are not. */
export type PointsToCourse = { pupils: number; sent: number; waiting: number; failed: number };

// Who came by a link that has a place for points, with what was given (0 to 4; null while one of the two is missing).
const CAME = `FROM lti_resource r JOIN lti_person l ON l.platform_id = r.platform_id JOIN member m ON m.project_id = r.project_id AND m.user_id = l.user_id AND m.role = 'annotator' AND m.state = 'active'
  LEFT JOIN grade g ON g.project_id = m.project_id AND g.member_id = m.id LEFT JOIN lti_score s ON s.project_id = r.project_id AND s.resource_id = r.id AND s.member_id = m.id
  WHERE r.project_id = $1 AND r.line_item_url IS NOT NULL`;
const GIVEN = "g.evidence + g.reasoning";
const DUE = `${GIVEN} IS NOT NULL AND (s.sent_at IS NULL OR s.points IS DISTINCT FROM ${GIVEN})`;

/** The same for the actor's lesson. */
export async function pointsToCourse(actor: MemberActor, tx?: Sql): Promise<PointsToCourse> {
  const counted = await row<PointsToCourse>(
    `SELECT count(DISTINCT m.id)::int AS pupils, count(*) FILTER (WHERE s.sent_at IS NOT NULL AND s.points = ${GIVEN})::int AS sent, count(*) FILTER (WHERE ${DUE})::int AS waiting,
       count(*) FILTER (WHERE ${DUE} AND s.fault IS NOT NULL)::int AS failed ${CAME}`,
    [actor.projectId],
    tx,
  );
  return counted ?? { pupils: 0, sent: 0, waiting: 0, failed: 0 };
}

type Due = { resourceId: string; memberId: string; platformId: string; lineItem: string; subject: string; points: number };
type Outcome = Due & { at: Date; fault: string | null };

/**
 * Sends the points that are not in the grade books yet, or were changed since. A platform that fails costs nothing:
 * the points stay here, the fault is kept beside them, and the next call sends them again.
 */
export async function sendPoints(actor: MemberActor, op: Op): Promise<PointsToCourse> {
  // What was asked for before is not sent a second time: the platform would hear of it, and nobody here.
  if (await row("SELECT 1 FROM operation WHERE project_id = $1 AND member_id = $2 AND op_id = $3", [actor.projectId, actor.memberId, op.id])) return replay<PointsToCourse>(actor, op);
  const due = await rows<Due>(`SELECT r.id AS "resourceId", m.id AS "memberId", r.platform_id AS "platformId", r.line_item_url AS "lineItem", l.subject, (${GIVEN})::int AS points ${CAME} AND ${DUE} ORDER BY r.id, m.id LIMIT 2000`, [actor.projectId]);
  const outcomes: Outcome[] = [];
  for (const platformId of new Set(due.map((one) => one.platformId))) outcomes.push(...(await sendTo(actor, platformId, due.filter((one) => one.platformId === platformId))));
  return runOperation(actor, op, async (tx) => {
    await rows(
      `INSERT INTO lti_score AS s (project_id, resource_id, member_id, points, sent_at, fault)
       SELECT $1, x.resource_id, x.member_id, CASE WHEN x.fault IS NULL THEN x.points END, CASE WHEN x.fault IS NULL THEN x.at END, x.fault
       FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::timestamptz[], $6::text[]) AS x(resource_id, member_id, points, at, fault)
       WHERE EXISTS (SELECT 1 FROM member m WHERE m.project_id = $1 AND m.id = x.member_id) AND EXISTS (SELECT 1 FROM lti_resource r WHERE r.project_id = $1 AND r.id = x.resource_id)
       ON CONFLICT (project_id, resource_id, member_id) DO UPDATE SET points = coalesce(excluded.points, s.points), sent_at = coalesce(excluded.sent_at, s.sent_at), fault = excluded.fault`,
      [actor.projectId, outcomes.map((one) => one.resourceId), outcomes.map((one) => one.memberId), outcomes.map((one) => one.points), outcomes.map((one) => one.at), outcomes.map((one) => one.fault)],
      tx,
    );
    const failed = outcomes.filter((one) => one.fault !== null).length;
    return { answer: await pointsToCourse(actor, tx), deed: { action: "lesson.points_sent", subject: "lesson", subjectId: actor.projectId, detail: { sent: outcomes.length - failed, failed } } };
  });
}

async function sendTo(actor: MemberActor, platformId: string, due: readonly Due[]): Promise<Outcome[]> {
  const token = await accessToken(actor, platformId);
  // Of a platform that does not answer nobody waits for thirty more answers.
  let fault: string | null = token.ok ? null : token.error;
  const outcomes: Outcome[] = [];
  for (const one of due) {
    const at = now();
    if (token.ok && fault !== "no_answer") fault = await sendOne(actor, one, token.value, at);
    outcomes.push({ ...one, at, fault });
  }
  return outcomes;
}

async function sendOne(actor: MemberActor, due: Due, token: string, at: Date): Promise<PlatformFault | null> {
  if (!platformAddress(due.lineItem, allowsLoopback(actor)).ok) return "address";
  const sent = await askPlatform(actor, scoresAddress(due.lineItem), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/vnd.ims.lis.v1.score+json" },
    body: JSON.stringify(scoreMessage(due.subject, due.points, at.toISOString())),
  });
  // Taken is taken, whatever else the platform says with it.
  return sent.ok || sent.error === "not_json" ? null : sent.error;
}

const Granted = z.object({ access_token: z.string().min(1).max(8000) });

async function accessToken(actor: MemberActor, platformId: string): Promise<Result<string, string>> {
  const platform = await openPlatform(actor, platformId);
  if (!platform) return err("disabled");
  const assertion = await sign(actor, { iss: platform.clientId, sub: platform.clientId, aud: platform.tokenUrl, jti: freshSecret(actor) });
  const asked = await askPlatform(actor, platform.tokenUrl, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ grant_type: "client_credentials", client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", client_assertion: assertion, scope: SCORE_SCOPE }).toString(),
  });
  if (!asked.ok) return asked;
  const granted = Granted.safeParse(asked.value);
  return granted.success ? ok(granted.data.access_token) : err("no_token");
}
