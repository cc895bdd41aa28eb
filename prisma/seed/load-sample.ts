import { readFileSync } from "node:fs";
import { type MemberActor, onBehalfOf, operator } from "@/lib/accounts/server/actor";
import { pseudonymKey } from "@/lib/accounts/pseudonyms";
import { createSpan } from "@/lib/annotations/server/create-span";
import { judge } from "@/lib/annotations/server/judgements";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { submit } from "@/lib/annotations/server/submit";
import { createOutlet } from "@/lib/articles/server/outlets";
import { addArticle } from "@/lib/assignments/server/add-article";
import { assign } from "@/lib/assignments/server/assign";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { createTarget } from "@/lib/codebook/server/targets";
import { invariant } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { audit } from "@/lib/projects/server/operation";
import { insertProject } from "@/lib/projects/server/projects";
import { markPlace, sampleBlocks } from "./sample/locate";
import { SAMPLE_ANNOTATORS, SAMPLE_ARTICLES, SAMPLE_DESCRIPTION, SAMPLE_NAME, SAMPLE_OUTLETS, SAMPLE_SUBMISSIONS, SAMPLE_TARGETS } from "./sample/sample";
import type { SampleArticle, SampleSubmission } from "./sample/types";

const LOADED = "sample.loaded";
const COORDINATOR = "Sample coordinator";
const op = (): Op => ({ id: newId(), digest: "sample" });

type Placed = { articleId: string; revisionId: string; text: string; blocks: ReturnType<typeof sampleBlocks> };
type Ids = ReadonlyMap<string, string>;

/**
 * Puts the sample project into a database without any project, through the same commands that people use, by
 * members whom nobody can sign in as. Answers whether it did. A load that was cut off is done anew.
 */
export async function loadSample(): Promise<boolean> {
  await rows("DELETE FROM project p WHERE p.is_sample AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.project_id = p.id AND e.action = $1)", [LOADED]);
  if (await row("SELECT FROM project LIMIT 1")) return false;
  const { coordinator, annotators } = await makeProject();
  const targets = await makeTargets(coordinator);
  await makeOutlets(coordinator);
  const articles = await makeArticles(coordinator);
  for (const { key } of SAMPLE_ANNOTATORS) await annotate(coordinator, get(annotators, key), SAMPLE_SUBMISSIONS.filter((one) => one.annotator === key), articles, targets);
  await transaction((tx) => audit(coordinator, { action: LOADED, subject: "project", subjectId: coordinator.projectId }, tx));
  return true;
}

function get<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  invariant(value !== undefined, `the sample has ${key}`);
  return value;
}

async function makeProject(): Promise<{ coordinator: MemberActor; annotators: ReadonlyMap<string, MemberActor> }> {
  const people = [{ key: "coordinator", pseudonym: COORDINATOR }, ...SAMPLE_ANNOTATORS].map((person) => ({ ...person, id: newId() }));
  const projectId = await transaction(async (tx) => {
    const made = await insertProject(operator(), { name: SAMPLE_NAME, description: SAMPLE_DESCRIPTION, kind: "research", isSample: true }, startingCodebook("research"), tx);
    await rows(
      `INSERT INTO member (project_id, id, role, pseudonym, pseudonym_key, is_sample)
       SELECT $1, x.id, CASE WHEN x.key = 'coordinator' THEN 'coordinator' ELSE 'annotator' END, x.pseudonym, x.name_key, true FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS x(id, key, pseudonym, name_key)`,
      [made.projectId, people.map((one) => one.id), people.map((one) => one.key), people.map((one) => one.pseudonym), people.map((one) => pseudonymKey(one.pseudonym))],
      tx,
    );
    return made.projectId;
  });
  const actors = new Map<string, MemberActor>();
  for (const { key, id } of people) {
    const actor = await onBehalfOf(operator(), projectId, id);
    invariant(actor, "the operator acts for sample members");
    actors.set(key, actor);
  }
  return { coordinator: get(actors, "coordinator"), annotators: actors };
}

/** Parents come before their children; the order of the list is the order of the project. */
async function makeTargets(coordinator: MemberActor): Promise<Ids> {
  const ids = new Map(SAMPLE_TARGETS.map((target) => [target.key as string, newId()]));
  for (const { key, name, aliases, focus } of SAMPLE_TARGETS)
    await createTarget(coordinator, op(), { id: get(ids, key), name, isFocus: focus, aliases: aliases.map((alias) => ({ alias, isAmbiguous: alias.startsWith("the ") || alias.startsWith("her ") })) });
  for (const { key, parent } of SAMPLE_TARGETS)
    if (parent !== null) await rows("UPDATE target SET parent_id = $3 WHERE project_id = $1 AND id = $2", [coordinator.projectId, get(ids, key), get(ids, parent)]);
  return ids;
}

async function makeOutlets(coordinator: MemberActor): Promise<void> {
  for (const { name, aliases } of SAMPLE_OUTLETS) await createOutlet(coordinator, op(), { name, aliases });
}

async function makeArticles(coordinator: MemberActor): Promise<ReadonlyMap<string, Placed>> {
  const placed = new Map<string, Placed>();
  const works = new Map<string, string>();
  for (const article of SAMPLE_ARTICLES) {
    const text = readFileSync(new URL(`sample/texts/${article.key}.txt`, import.meta.url), "utf8");
    const blocks = sampleBlocks(text, article.blocks);
    const made = await addArticle(coordinator, op(), { ...provenance(article), workOf: works.get(article.work), text, blocks: blocks.map(({ ordinal, kind }) => ({ ordinal, kind })) });
    works.set(article.work, made.id);
    const revision = await row<{ id: string }>("SELECT current_revision_id AS id FROM article WHERE project_id = $1 AND id = $2", [coordinator.projectId, made.id]);
    invariant(revision, "an article has a revision");
    placed.set(article.key, { articleId: made.id, revisionId: revision.id, text, blocks });
  }
  return placed;
}

function provenance(article: SampleArticle) {
  const name = (key: string | null): string | null => SAMPLE_OUTLETS.find((outlet) => outlet.key === key)?.name ?? null;
  const { title, byline, url, publishedOn, genre, language } = article;
  return { title, byline, url, publishedOn, genre, language, outletName: name(article.outlet), publisherName: name(article.publisher), capturedAt: `${article.capturedOn}T09:00:00Z` };
}

async function annotate(coordinator: MemberActor, annotator: MemberActor, submissions: readonly SampleSubmission[], articles: ReadonlyMap<string, Placed>, targets: Ids): Promise<void> {
  await assign(coordinator, op(), { articleIds: submissions.map((one) => get(articles, one.article).articleId), memberIds: [annotator.memberId] }, refreshArticles);
  for (const submission of submissions) {
    const article = get(articles, submission.article);
    const assignment = await row<{ id: string }>("SELECT id FROM assignment WHERE project_id = $1 AND member_id = $2 AND article_id = $3", [annotator.projectId, annotator.memberId, article.articleId]);
    invariant(assignment, "the article was just assigned");
    for (const { target, quote, occurrence, ...codes } of submission.marks) {
      const place = markPlace(article.text, article.blocks, { target, quote, occurrence, ...codes });
      await createSpan(annotator, op(), assignment.id, { ...codes, labelIds: [], id: newId(), revisionId: article.revisionId, targetId: get(targets, target), parts: [{ ...place, quote }] });
    }
    for (const [target, value] of Object.entries(submission.judgements)) await judge(annotator, op(), assignment.id, get(targets, target), { value, version: 0 });
    await submit(annotator, op(), assignment.id, { version: 0, confirmEmpty: true });
  }
}
