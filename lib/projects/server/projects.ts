import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import { conflict, forbidden, invariant, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import type { AdjudicationRules } from "../adjudication-rules";
import type { BlindingChange, Reveal, SourceReveal } from "../blinding";
import type { FigureRules } from "../figure-rules";
import type { Op } from "../operation";
import type { Role } from "../permissions";
import { changeBlinding } from "./blinding";
import { countFiguresAnew } from "./figures-anew";
import { runOperation } from "./operation";

export type Project = AdjudicationRules & FigureRules & {
  id: string;
  name: string;
  description: string;
  kind: "research" | "class";
  reveal: Reveal;
  sourceBlind: boolean;
  sourceReveal: SourceReveal;
  revealedAt: Date | null;
  assignEveryone: boolean;
  /** The mean score (0..1) that opens the queue, null where no practice is asked for; over as many articles as `practiceMinimum`. */
  practiceThreshold: number | null;
  practiceMinimum: number;
  /** After how many days untouched work of a pool goes back; null for never. */
  abandonAfterDays: number | null;
  /** Whether annotators may have phrases suggested that they coded before themselves. */
  allowSuggestions: boolean;
  isSample: boolean;
  role: Role;
  memberId: string;
  pseudonym: string;
  version: number;
};

const SELECT = `
  SELECT p.id, p.name, p.description, p.kind, p.reveal, p.revealed_at AS "revealedAt", p.source_blind AS "sourceBlind", p.source_reveal AS "sourceReveal", p.assign_everyone AS "assignEveryone",
         p.abandon_after_days AS "abandonAfterDays", p.allow_suggestions AS "allowSuggestions",
         p.boundary_rule AS "boundaryRule", p.hide_annotators AS "hideAnnotators", p.ask_shows_peers AS "askShowsPeers", p.suggest_settled AS "suggestSettled", p.addressed_by AS "addressedBy", p.sampling,
         p.practice_threshold AS "practiceThreshold", p.practice_minimum AS "practiceMinimum", p.is_sample AS "isSample", m.role, m.id AS "memberId", m.pseudonym, p.version
  FROM member m JOIN project p ON p.id = m.project_id`;

/** The projects that the actor is an active member of, newest first. */
export const listProjects = (actor: Actor): Promise<Project[]> =>
  rows<Project>(`${SELECT} WHERE m.user_id = $1 AND m.state = 'active' AND p.archived_at IS NULL ORDER BY p.created_at DESC, p.id LIMIT 200`, [actor.userId]);

/** The project as the member sees it. */
export async function projectOf(actor: MemberActor, tx?: Sql): Promise<Project> {
  const found = await row<Project>(`${SELECT} WHERE p.id = $1 AND m.id = $2`, [actor.projectId, actor.memberId], tx);
  if (!found) throw notFound();
  return found;
}

export type ProjectDraft = { name: string; kind: "research" | "class"; description?: string | undefined; assignEveryone?: boolean | undefined };

/** The codebook that a project starts with; what stands in it is of a domain to the right, so the caller hands it in. */
export type StartingCodebook = { readonly name: string };

/** Starts a project with a codebook as version 1; whoever starts it is its coordinator. */
export async function createProject(actor: Actor, draft: ProjectDraft, codebook: StartingCodebook): Promise<Project> {
  if (actor.userKind === "pupil") throw forbidden("An account made with a class code cannot start projects.");
  return transaction(async (tx) => {
    invariant(actor.userId, "a project is started by somebody");
    const { projectId } = await insertProject(actor, draft, codebook, tx);
    await rows(
      `INSERT INTO member (project_id, id, user_id, role, pseudonym, pseudonym_key)
       SELECT $1, $2, u.id, 'coordinator', coalesce(u.name, u.login, 'Coordinator'), lower(coalesce(u.name, u.login, 'Coordinator')) FROM app_user u WHERE u.id = $3`,
      [projectId, newId(), actor.userId],
      tx,
    );
    const made = await row<Project>(`${SELECT} WHERE p.id = $1 AND m.user_id = $2`, [projectId, actor.userId], tx);
    invariant(made, "the project was just made");
    return made;
  });
}

/** The rows that every project has from its first moment; the caller adds the first member. */
export async function insertProject(actor: Actor, draft: ProjectDraft & { isSample?: boolean }, codebook: StartingCodebook, tx: Sql): Promise<{ projectId: string; codebookVersionId: string }> {
  invariant(actor.kind !== "anonymous", "somebody starts a project");
  const [projectId, codebookId, codebookVersionId] = [newId(), newId(), newId()];
  await rows(
    "INSERT INTO project (id, name, kind, description, assign_everyone, is_sample) VALUES ($1, $2, $3, $4, $5, $6)",
    [projectId, draft.name, draft.kind, draft.description ?? "", draft.assignEveryone ?? draft.kind === "class", draft.isSample ?? false],
    tx,
  );
  await rows("INSERT INTO codebook (project_id, id, name) VALUES ($1, $2, $3)", [projectId, codebookId, codebook.name], tx);
  await rows(
    "INSERT INTO codebook_version (project_id, id, codebook_id, number, state, content, published_at) VALUES ($1, $2, $3, 1, 'published', $4, now())",
    [projectId, codebookVersionId, codebookId, JSON.stringify(codebook)],
    tx,
  );
  return { projectId, codebookVersionId };
}

type Wish<T> = { [Key in keyof T]?: T[Key] | undefined };

export type ProjectChange = BlindingChange & Wish<AdjudicationRules> & Wish<FigureRules> & { version: number; name?: string | undefined; description?: string | undefined; assignEveryone?: boolean | undefined; practiceThreshold?: number | null | undefined; practiceMinimum?: number | undefined; abandonAfterDays?: number | null | undefined; allowSuggestions?: boolean | undefined };

/** What follows from new rules of practice; of a domain to the right, so the caller hands it in. */
export type AfterPractice = (actor: MemberActor, tx: Sql) => Promise<void>;

/** Changes settings of the version that the caller saw; a stale version is a conflict that carries the current row. */
export const updateProject = (actor: MemberActor, op: Op, change: ProjectChange, afterPractice: AfterPractice): Promise<Project> =>
  runOperation(actor, op, async (tx) => {
    const changed = await row(
      `UPDATE project SET name = coalesce($3, name), description = coalesce($4, description), assign_everyone = coalesce($5, assign_everyone),
              practice_threshold = CASE WHEN $6 THEN $7::float8 ELSE practice_threshold END, practice_minimum = coalesce($8, practice_minimum), allow_suggestions = coalesce($9, allow_suggestions), version = version + 1
       WHERE id = $1 AND version = $2 RETURNING id`,
      [actor.projectId, change.version, change.name ?? null, change.description ?? null, change.assignEveryone ?? null, change.practiceThreshold !== undefined, change.practiceThreshold ?? null, change.practiceMinimum ?? null, change.allowSuggestions ?? null],
      tx,
    );
    if (changed) await changeBlinding(actor, change, tx);
    if (changed && change.abandonAfterDays !== undefined) await rows("UPDATE project SET abandon_after_days = $2 WHERE id = $1", [actor.projectId, change.abandonAfterDays], tx);
    if (changed) await changeRules(actor, change, tx);
    if (changed) await changeFigures(actor, change, tx);
    const current = await projectOf(actor, tx);
    if (!changed) throw conflict("Somebody changed these settings since you opened them.", { current });
    if (change.practiceThreshold !== undefined || change.practiceMinimum !== undefined) await afterPractice(actor, tx);
    return { answer: current, deed: { action: "project.changed", subject: "project", subjectId: actor.projectId, detail: change } };
  });

/** How adjudication goes on; what is not named stays as it is. */
const changeRules = (actor: MemberActor, change: Wish<AdjudicationRules>, tx: Sql): Promise<unknown> =>
  rows(
    `UPDATE project SET boundary_rule = coalesce($2, boundary_rule), hide_annotators = coalesce($3, hide_annotators), ask_shows_peers = coalesce($4, ask_shows_peers), suggest_settled = coalesce($5, suggest_settled) WHERE id = $1`,
    [actor.projectId, change.boundaryRule ?? null, change.hideAnnotators ?? null, change.askShowsPeers ?? null, change.suggestSettled ?? null],
    tx,
  );

/** How figures are made and what is said of them. What makes an article count is another figure everywhere. */
async function changeFigures(actor: MemberActor, { addressedBy, sampling }: Wish<FigureRules>, tx: Sql): Promise<void> {
  if (sampling !== undefined) await rows("UPDATE project SET sampling = $2 WHERE id = $1", [actor.projectId, sampling], tx);
  if (addressedBy === undefined) return;
  const moved = await row("UPDATE project SET addressed_by = $2 WHERE id = $1 AND addressed_by <> $2 RETURNING id", [actor.projectId, addressedBy], tx);
  if (moved) await countFiguresAnew(actor, tx);
}
