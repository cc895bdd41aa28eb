import type { CodebookContent, LabelSet } from "@/lib/codebook/content";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { codebookWith } from "./questions";

/** Puts sets into the codebook version that is published now, as if it had been written so. */
export async function putSets(projectId: string, sets: readonly LabelSet[]): Promise<void> {
  await rows("UPDATE codebook_version SET content = $2 WHERE project_id = $1 AND state = 'published'", [projectId, JSON.stringify(codebookWith(sets))]);
}

/** Publishes the next version, with what it changes. */
export async function publishNext(projectId: string, content: CodebookContent, changes: readonly { labelId: string; meaning: boolean; reason: string }[] = []): Promise<string> {
  const id = newId();
  await row(
    `INSERT INTO codebook_version (project_id, id, codebook_id, number, state, content, changes, published_at)
     SELECT $1, $2, codebook_id, max(number) + 1, 'published', $3, $4, now() FROM codebook_version WHERE project_id = $1 GROUP BY codebook_id`,
    [projectId, id, JSON.stringify(content), JSON.stringify(changes)],
  );
  return id;
}
