import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { type AppError, invalid } from "@/lib/kernel/errors";
import { rows, type Sql } from "@/lib/platform/database";
import { checkContent } from "../check";
import { checkAgainstPublished } from "../check-published";
import type { CodebookContent } from "../content";
import { examplesOf } from "../examples";
import { MOST_PROBLEMS, type Problem } from "../problem";
import { parseContent } from "../schema";

/** Problems of a codebook as a refusal that names each place. */
export function refusal(problems: readonly Problem[]): AppError {
  const first = problems[0];
  const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : "";
  return invalid(first ? `${first.path || "The codebook"}: ${first.message}${/[.!?]$/u.test(first.message) ? "" : "."}${more}` : "The codebook is not right.", { errors: problems.slice(0, MOST_PROBLEMS) });
}

/** Reads anything as the next content of the codebook, or refuses it with the place of all that is wrong. */
export async function readContent(actor: MemberActor, value: unknown, published: CodebookContent, tx: Sql): Promise<CodebookContent> {
  const read = parseContent(value);
  if (!read.ok) throw refusal(read.error);
  const problems = [...checkContent(read.value), ...checkAgainstPublished(read.value, published, await markedSets(actor, read.value, published, tx)), ...(await unknownSpans(actor, read.value, tx))];
  if (problems.length > 0) throw refusal(problems);
  return read.value;
}

/** Of the sets whose kind of question would change, those that have marks. */
async function markedSets(actor: MemberActor, draft: CodebookContent, published: CodebookContent, tx: Sql): Promise<Set<string>> {
  const old = new Map(published.sets.map((set) => [set.id, set]));
  const suspects = draft.sets.flatMap((set) => {
    const was = old.get(set.id);
    return was && (was.level !== set.level || was.choice !== set.choice) ? [was] : [];
  });
  const found = await Promise.all(suspects.map(async (set) => {
    const ids = set.labels.map((label) => label.id);
    const marked = await rows(
      `SELECT FROM (SELECT) x WHERE EXISTS (SELECT FROM span WHERE project_id = $1 AND label_ids && $2::uuid[]) OR EXISTS (SELECT FROM article_answer WHERE project_id = $1 AND (set_id = $3 OR label_ids && $2::uuid[]))`,
      [actor.projectId, ids, set.id],
      tx,
    );
    return marked.length > 0 ? [set.id] : [];
  }));
  return new Set(found.flat());
}

/** Examples that say they come from a span which the project does not have. */
async function unknownSpans(actor: MemberActor, content: CodebookContent, tx: Sql): Promise<Problem[]> {
  const placed = examplesOf(content).flatMap(({ example, path }) => (example.spanId === null ? [] : [{ id: example.spanId, path: `${path}/spanId` }]));
  if (placed.length === 0) return [];
  const known = await rows<{ id: string }>("SELECT id FROM span WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, placed.map((one) => one.id)], tx);
  const ids = new Set(known.map((one) => one.id));
  return placed.filter((one) => !ids.has(one.id)).map((one) => ({ path: one.path, message: "is no span of this project" }));
}
