import { createHash } from "node:crypto";
import { DEFAULT_CHOICE } from "@/lib/agreement/choice";
import { ordered } from "@/lib/compare/verdict";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { call } from "./call";
import { putSets } from "./put-sets";
import { makeSet } from "./questions";
import { addArticle, addMember, addOutlet, addTarget, assign, makePerson, makeProject, spanOver, type TestArticle, type TestMember } from "./world";

export const WORLD_TEXT = "Quay traders wait\nThe council bungled the closure, traders said on Friday.\nYou may also like";

/** One project with one of everything, and the id of each by the name that routes give it. */
export type FullWorld = {
  coordinator: TestMember;
  reviewer: TestMember;
  observer: TestMember;
  annotator: TestMember;
  other: TestMember;
  removed: TestMember;
  ids: Record<string, string>;
};

export async function makeFullWorld(): Promise<FullWorld> {
  const projectId = await makeProject();
  const member = (role: TestMember["role"]) => addMember(projectId, role);
  const [coordinator, reviewer, observer] = [await member("coordinator"), await member("reviewer"), await member("observer")];
  const [annotator, other, removed] = [await member("annotator"), await member("annotator"), await member("annotator")];
  await rows("UPDATE member SET state = 'removed', removed_at = now() WHERE id = $1", [removed.memberId]);
  const outletId = await addOutlet(projectId, "The Daily Tern");
  const article = await addArticle(projectId, WORLD_TEXT, { kinds: { 2: "chrome" }, outletId });
  const otherArticle = await addArticle(projectId, "Ferries wait\nThe harbour board closed the pier on Monday.");
  const articleSetId = newId();
  await rows("INSERT INTO article_set (project_id, id, name, name_key) VALUES ($1, $2, 'Closure of the pier', 'closure of the pier')", [projectId, articleSetId]);
  await rows("INSERT INTO article_set_item (project_id, set_id, article_id, position) VALUES ($1, $2, $3, 1), ($1, $2, $4, 2)", [projectId, articleSetId, article.articleId, otherArticle.articleId]);
  const omissionId = newId();
  await rows("INSERT INTO omission (project_id, id, set_id, article_id, revision_id, start_offset, end_offset, quote) VALUES ($1, $2, $3, $4, $5, 0, 4, 'Quay')", [projectId, omissionId, articleSetId, otherArticle.articleId, article.revisionId]);
  const targetId = await addTarget(projectId, "Town council");
  const assignmentId = await assign(annotator, article);
  const span = spanOver(article, "bungled", targetId);
  const made = await call(annotator, "POST", `/projects/${projectId}/assignments/${assignmentId}/spans`, span);
  if (made.status !== 201) throw new Error(made.text);
  const codebook = await row<{ id: string }>("SELECT id FROM codebook_version WHERE project_id = $1", [projectId]);
  const [codeId, suggestionId] = [newId(), newId()];
  await rows("INSERT INTO target_suggestion (project_id, id, member_id, name, name_key) VALUES ($1, $2, $3, 'Quay watch', 'quay watch')", [projectId, suggestionId, annotator.memberId]);
  await rows("INSERT INTO join_code (project_id, id, code_digest, hint, kind, role, expires_at, max_uses, created_by) VALUES ($1, $2, $3, 'K4', 'code', 'annotator', now() + interval '1 day', 10, $4)", [projectId, codeId, createHash("sha256").update(codeId).digest("base64url"), coordinator.memberId]);
  const asked = makeSet("Main issue", ["Economy", "Security"]);
  await putSets(projectId, [asked]);
  const noteId = newId();
  await rows("INSERT INTO assignment_note (project_id, id, assignment_id, article_id, member_id, kind, body) VALUES ($1, $2, $3, $4, $5, 'omitted', 'No trader is heard.')", [projectId, noteId, assignmentId, article.articleId, annotator.memberId]);
  const captureId = newId();
  await rows("INSERT INTO capture (project_id, id, article_id, revision_id, media_type, file_name, sha256, bytes) VALUES ($1, $2, $3, $4, 'text/html', 'quay.html', sha256('<p>'), '<p>')", [projectId, captureId, article.articleId, article.revisionId]);
  const { importId, fileId, n, ordinal } = await makeImport(projectId, coordinator);
  const ratingId = newId();
  await rows("INSERT INTO outlet_rating (project_id, id, outlet_id, source, name, value) VALUES ($1, $2, $3, 'Quay watch', 'The Daily Tern', '3')", [projectId, ratingId, outletId]);
  const proposalId = newId();
  await rows("INSERT INTO codebook_proposal (project_id, id, text, span_ids, created_by) VALUES ($1, $2, 'Say what irony is.', ARRAY[$3::uuid], $4)", [projectId, proposalId, span.id, reviewer.memberId]);
  const jobId = newId();
  await rows("INSERT INTO job (project_id, id, kind, payload, created_by) VALUES ($1, $2, 'gamma', $3, $4)", [projectId, jobId, JSON.stringify({ choice: DEFAULT_CHOICE, samples: 30, precision: null }), coordinator.memberId]);
  const decisionId = newId();
  await rows("INSERT INTO decision (project_id, id, article_id, revision_id, codebook_version_id, number, subject, start_offset, end_offset, outcome, method, reason, note, member_id) VALUES ($1, $2, $3, $4, $5, 1, 'cluster', 30, 37, 'rejected', 'rejected', 'slip', 'A slip.', $6)", [projectId, decisionId, article.articleId, article.revisionId, codebook?.id, reviewer.memberId]);
  await rows("INSERT INTO adjudication (project_id, article_id) VALUES ($1, $2)", [projectId, article.articleId]);
  const verdictId = await sayTheSame(projectId, article, otherArticle);
  const pinId = await addLesson(projectId, article, codeId);
  const headlineId = await addHeadline(annotator, article);
  const keptId = newId();
  const kept = await call(coordinator, "POST", `/projects/${projectId}/stance/kept`, { id: keptId, name: "As it stood in June", choice: DEFAULT_STANCE, cell: null });
  if (kept.status !== 200) throw new Error(kept.text);
  const session = await row<{ id: string }>("SELECT id FROM session WHERE user_id = $1", [annotator.userId]);
  return {
    coordinator, reviewer, observer, annotator, other, removed,
    ids: { projectId, articleId: article.articleId, otherId: otherArticle.articleId, articleSetId, revisionId: article.revisionId, targetId, assignmentId, spanId: span.id, outletId, ratingId, suggestionId, versionId: codebook?.id ?? newId(), memberId: other.memberId, codeId, invitationId: codeId, setId: asked.id, noteId, importId, fileId, n, ordinal, captureId, proposalId, jobId, decisionId, verdictId, keptId, omissionId, headlineId, pinId, key: span.id, sessionId: session?.id ?? newId(), tokenId: newId() },
  };
}

async function addHeadline({ projectId, memberId }: TestMember, { articleId }: TestArticle): Promise<string> {
  const headlineId = newId();
  await rows("INSERT INTO headline (project_id, id, member_id, article_id, body, shared) VALUES ($1, $2, $3, $4, 'Closure announced', true)", [projectId, headlineId, memberId, articleId]);
  return headlineId;
}

/** Not a class's, but read and changed through the same routes. */
async function addLesson(projectId: string, article: TestArticle, codeId: string): Promise<string> {
  const pinId = newId();
  await rows(`INSERT INTO lesson (project_id, steps, code_id) VALUES ($1, '[{"kind":"mark","minutes":10,"help":""},{"kind":"rewrite","minutes":5,"help":""}]', $2)`, [projectId, codeId]);
  await rows("INSERT INTO lesson_article (project_id, article_id, position, block_ordinals, counted_code_points) VALUES ($1, $2, 0, '{0,1}', 70)", [projectId, article.articleId]);
  await rows("INSERT INTO lesson_pin (project_id, id, article_id, revision_id, start_offset, end_offset) VALUES ($1, $2, $3, $4, 0, 4)", [projectId, pinId, article.articleId, article.revisionId]);
  return pinId;
}

async function sayTheSame(projectId: string, one: TestArticle, other: TestArticle): Promise<string> {
  const verdictId = newId();
  const [a, b] = ordered(one, other);
  await rows("INSERT INTO comparison_verdict (project_id, id, subject, article_id, revision_id, start_offset, end_offset, other_article_id, other_revision_id, other_start_offset, other_end_offset, verdict) VALUES ($1, $2, 'fact', $3, $4, 0, 5, $5, $6, 0, 5, 'same')", [projectId, verdictId, a.articleId, a.revisionId, b.articleId, b.revisionId]);
  return verdictId;
}

let imports = 0;

/** An import with one file of which nothing has come, and one row. Places in it are numbers, so each world has them elsewhere. */
async function makeImport(projectId: string, lead: TestMember): Promise<{ importId: string; fileId: string; n: string; ordinal: string }> {
  const [importId, fileId, place] = [newId(), newId(), imports++];
  await rows("INSERT INTO import (project_id, id, name, source, created_by, bytes_total) VALUES ($1, $2, 'June', 'files', $3, 3)", [projectId, importId, lead.memberId]);
  await rows("INSERT INTO import_file (project_id, id, import_id, ordinal, name, bytes) VALUES ($1, $2, $3, 0, 'june.txt', $4::bigint * 4194304 + 3)", [projectId, fileId, importId, place]);
  await rows("INSERT INTO import_row (project_id, import_id, ordinal, file_id, state, reason) VALUES ($1, $2, $3, $4, 'refused', 'It holds no words.')", [projectId, importId, place, fileId]);
  return { importId, fileId, n: String(place), ordinal: String(place) };
}

export const makeOutsider = makePerson;
