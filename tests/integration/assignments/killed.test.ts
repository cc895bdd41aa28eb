import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach, testPool } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  for (let i = 0; i < 3; i++) await addMember(lead.projectId, "annotator");
  for (let i = 0; i < 9; i++) await addArticle(lead.projectId, `Article ${i}\nWords.`);
});

const WRITTEN = ["assignment", "assignment_batch", "pool_item", "rollup_progress", "article_progress", "operation", "audit_entry"];
const left = async () => (await rows<{ n: number }>(WRITTEN.map((table) => `SELECT count(*)::int AS n FROM ${table}`).join(" UNION ALL "))).reduce((sum, { n }) => sum + n, 0);

/** Kills the connection that waits for a lock, once there is one. */
async function killWaiting(): Promise<void> {
  for (;;) {
    const { rows: killed } = await testPool().query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
    if (killed.length > 0) return;
    await sleep(20);
  }
}

// Each table is closed in turn, so that the writing stands still just there.
const STEPS = ["member", "assignment_batch", "assignment", "rollup_progress", "article_progress", "audit_entry"];
it.each([...STEPS.map((table) => ["balanced", table] as const), ["pool", "pool_item"] as const, ["pool", "audit_entry"] as const])("assigns all or nothing when killed in the middle (%s, at %s)", async (strategy, table) => {
  const path = `/projects/${lead.projectId}/assignments`;
  const wish = { strategy, perWork: 2 };
  const shown = (await call(lead, "POST", `${path}/plan`, wish)).body;
  const op = newId();
  const confirm = () => call(lead, "POST", `${path}/batches`, { ...wish, seed: shown["seed"], digest: shown["digest"] }, { op });
  const closing = await testPool().connect();
  try {
    await closing.query("BEGIN");
    await closing.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
    const [answer] = await Promise.all([confirm(), killWaiting()]);
    expect(answer.status).toBe(503);
  } finally {
    await closing.query("ROLLBACK");
    closing.release();
  }
  expect(await left()).toBe(0);
  // The same change sent again is done, once.
  expect([(await confirm()).status, (await confirm()).status]).toEqual([201, 201]);
  expect(await row("SELECT (SELECT count(*)::int FROM assignment) AS given, (SELECT coalesce(sum(quota), 0)::int FROM pool_item) AS places, (SELECT count(*)::int FROM assignment_batch) AS batches")).toEqual({
    given: strategy === "pool" ? 0 : 18, places: strategy === "pool" ? 18 : 0, batches: 1,
  });
});
