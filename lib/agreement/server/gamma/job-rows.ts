import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { GammaDocument, GammaFigures, GammaOrder } from "../../gamma/result";

export const JOB_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

/**
 * Where a job stands. `next`: the first document that is not written; `attempts` since the last that was; `restarts`:
 * how often the data changed under it; `lease` names who is at it, `until` (seconds since 1970) for how long.
 */
export type GammaCursor = { readonly next: number; readonly attempts: number; readonly restarts: number; readonly dataVersion: string | null; readonly lease: string | null; readonly until: number };

/** What a job has found: documents as they come, and the figures with everything that must be printed beside them once it is done. */
export type GammaResult = { readonly documents: readonly GammaDocument[]; readonly figures?: GammaFigures; readonly options?: GammaOptions };
export type GammaOptions = { readonly alpha: number; readonly beta: number; readonly deltaEmpty: 1; readonly sampler: string; readonly articles: number; readonly annotators: number; readonly dataVersion: string };

/** A job as it is shown. `titles` of the documents that it found. */
export type GammaJob = { readonly id: string; readonly state: JobState; readonly order: GammaOrder; readonly done: number; readonly total: number | null; readonly cancelRequested: boolean; readonly error: string | null; readonly createdAt: string; readonly result: GammaResult | null };

const COLUMNS = `j.id, j.state, j.payload AS order, j.done, j.total, j.cancel_requested AS "cancelRequested", j.error, to_char(j.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt", CASE j.state WHEN 'done' THEN j.result END AS result`;
const OF_PROJECT = "FROM job j WHERE j.project_id = $1 AND j.kind = 'gamma'";

/** A γ job by its id. @throws not_found, in a class as well: a class gets counts alone */
export async function gammaJob(actor: MemberActor, id: string, on?: Sql): Promise<GammaJob> {
  const found = actor.projectKind === "class" ? undefined : await row<GammaJob>(`SELECT ${COLUMNS} ${OF_PROJECT} AND j.id = $2`, [actor.projectId, id], on);
  if (!found) throw notFound();
  return found;
}

/** The newest γ job of a choice; null where there is none. Which interval the page shows and how much is sampled make no difference. */
export async function newestGamma(actor: MemberActor, choice: GammaOrder["choice"]): Promise<GammaJob | null> {
  if (actor.projectKind === "class") throw notFound();
  return (await row<GammaJob>(`SELECT ${COLUMNS} ${OF_PROJECT} AND j.payload->'choice' = $2::jsonb ORDER BY j.id DESC LIMIT 1`, [actor.projectId, JSON.stringify(choiceOfGamma(choice))])) ?? null;
}

/** Titles of articles, by id. */
export const titlesOf = async (actor: MemberActor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await rows<{ id: string; title: string }>("SELECT id, title FROM article WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, ids])).map(({ id, title }) => [id, title]));

/** A choice without what γ does not depend on, so that equal ones are written alike. */
export const choiceOfGamma = (choice: GammaOrder["choice"]): GammaOrder["choice"] => ({ ...choice, interval: "jackknife" });
