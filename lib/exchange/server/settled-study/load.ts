import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { nameKey } from "@/lib/articles/name-key";
import { lockNames, resolveOutlet } from "@/lib/articles/server/resolve-outlet";
import { insertTarget, lockTargets } from "@/lib/codebook/server/target-rows";
import { invalid } from "@/lib/kernel/errors";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { countFiguresAnew } from "@/lib/projects/server/figures-anew";
import { runOperation } from "@/lib/projects/server/operation";
import { MOST_ERRORS, readSettledStudy, type SettledStudy, type StudyError } from "../../settled-study";
import { missingNames } from "../named";
import { type KnownStudy, knownStudy } from "./known";
import { prepareStudy, writeEvents, writeStudyArticles } from "./write-articles";
import { writeRecords } from "./write-record";

/** A study as it is sent, with what the project shall say of it. */
export type SentStudy = {
  /** The study as JSON lines (docs/formats.md). */
  readonly jsonl: string;
  /** Of the targets that are made: which are in the project's focus. Absent: all of them. */
  readonly focus?: readonly string[] | undefined;
  /** `marked`: from now on an article addresses a target only by a mark, or where a coordinator says so. Absent: as it is. */
  readonly addressedBy?: "marked" | undefined;
  /** How the articles were chosen. Absent: as it is. */
  readonly sampling?: string | undefined;
};

/** What a study brings: what is new, and what the project had. */
export type LoadedStudy = {
  readonly articles: { readonly made: number; readonly known: number };
  readonly outlets: readonly string[];
  readonly targets: readonly string[];
  readonly events: readonly string[];
  readonly spans: number;
  readonly judgements: number;
};

/** What a study would bring. Writes nothing; refuses (422) line by line what `loadSettledStudy` would. */
export const checkSettledStudy = (actor: MemberActor, sent: SentStudy): Promise<LoadedStudy> => {
  const study = read(sent);
  return transaction(async (tx) => summary(study, await checked(actor, study, tx)));
};

/**
 * Takes in a study of which only the result is known: articles with their texts, and their marks as settled records
 * without annotators. All or nothing; the same file twice changes nothing. Throws 422 with every line that is wrong or
 * contradicts the project, 409 where no codebook is published.
 */
export async function loadSettledStudy(actor: MemberActor, op: Op, sent: SentStudy): Promise<LoadedStudy> {
  const study = read(sent);
  const prepared = await prepareStudy(actor, study.articles);
  return runOperation(actor, op, async (tx) => {
    await lockNames(actor, tx);
    await lockTargets(actor, tx);
    const known = await checked(actor, study, tx);
    const answer = summary(study, known);
    const outlets = new Map(known.outlets);
    for (const name of answer.outlets) outlets.set(nameKey(name), (await resolveOutlet(actor, { name }, "outlet", tx)) ?? "");
    const targets = new Map(known.targets);
    const focus = sent.focus && new Set(sent.focus.map(nameKey));
    for (const name of answer.targets) targets.set(nameKey(name), (await insertTarget(actor, { name, isFocus: focus?.has(nameKey(name)) ?? true }, tx)).id);
    const fresh = study.articles.filter(({ key }) => !known.articles.has(key));
    const ids = await writeStudyArticles(actor, fresh, prepared, outlets, tx);
    await writeEvents(actor, fresh, ids, known.events, tx);
    await writeRecords(actor, fresh, ids, targets, tx);
    await setProject(actor, sent, tx);
    await refreshArticles(actor, [...ids.values()], tx);
    return { answer, deed: { action: "settled_study.loaded", subject: "project", subjectId: actor.projectId, detail: { ...answer, outlets: answer.outlets.length, targets: answer.targets.length, events: answer.events.length, addressedBy: sent.addressedBy, sampling: sent.sampling } } };
  });
}

// Articles that were there before are counted under the new rule by the worker; until then they are read from their marks.
async function setProject(actor: MemberActor, { addressedBy, sampling }: SentStudy, tx: Sql): Promise<void> {
  const before = await row<{ addressedBy: string }>('SELECT addressed_by AS "addressedBy" FROM project WHERE id = $1 FOR NO KEY UPDATE', [actor.projectId], tx);
  await rows("UPDATE project SET addressed_by = coalesce($2, addressed_by), sampling = coalesce($3, sampling), version = version + 1 WHERE id = $1 AND (addressed_by, sampling) IS DISTINCT FROM (coalesce($2, addressed_by), coalesce($3, sampling))", [actor.projectId, addressedBy ?? null, sampling ?? null], tx);
  if (addressedBy !== undefined && before?.addressedBy !== addressedBy && (await row("SELECT FROM rollup_coder WHERE project_id = $1 LIMIT 1", [actor.projectId], tx))) await countFiguresAnew(actor, tx);
}

function read({ jsonl, focus }: SentStudy): SettledStudy {
  const study = readSettledStudy(jsonl);
  if (!study.ok) throw refused(study.error);
  const named = new Set(study.value.targets.map(nameKey));
  const stranger = focus?.find((name) => !named.has(nameKey(name)));
  if (stranger !== undefined) throw invalid(`/focus: “${stranger}” is no target of the study.`, { errors: [{ path: "/focus", message: "names no target of the study" }] });
  return study.value;
}

async function checked(actor: MemberActor, study: SettledStudy, tx: Sql): Promise<KnownStudy> {
  const known = await knownStudy(actor, study, tx);
  if (known.errors.length > 0) throw refused(known.errors);
  return known;
}

function refused(errors: readonly StudyError[]) {
  const [first] = errors;
  return invalid(`Line ${first?.line ?? 1}${first?.field ? `, ${first.field}` : ""}: ${first?.message ?? ""}`, { errors: errors.slice(0, MOST_ERRORS).map(({ line, field, message }) => ({ path: "/jsonl", line, field, message })) });
}

function summary(study: SettledStudy, known: KnownStudy): LoadedStudy {
  const fresh = study.articles.filter(({ key }) => !known.articles.has(key));
  return {
    articles: { made: fresh.length, known: study.articles.length - fresh.length },
    outlets: missingNames(study.articles.flatMap(({ outlet, publisher }) => [outlet, publisher]), known.outlets),
    targets: missingNames(study.targets, known.targets),
    events: missingNames(study.events, known.events),
    spans: fresh.reduce((sum, one) => sum + one.spans.length, 0),
    judgements: fresh.reduce((sum, one) => sum + one.judgements.length, 0),
  };
}
