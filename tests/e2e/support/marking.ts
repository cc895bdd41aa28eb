import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import type { BlockKind } from "@/lib/articles/blocks";
import { makeMember, makeUser, signInAs, sql } from "./site";
import { assignAll, makeStudy, Person } from "./study";
import { watch, type Troubles } from "./watch";

/** One annotator before one article, in a project of their own. */
export interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly troubles: Troubles;
  readonly projectId: string;
  readonly assignment: string;
  end(): Promise<void>;
}

/** Opens an article for one annotator; `kinds` gives blocks another kind by ordinal. */
export async function openDesk(browser: Browser, baseURL: string, article: { name: string; text: string; kinds?: Record<number, BlockKind> }, options: BrowserContextOptions = {}): Promise<Desk> {
  const chief = await browser.newContext();
  const lead = await Person.of(baseURL, await signInAs(chief, baseURL, await makeUser(`Lead of ${article.name}`)));
  await chief.close();
  const study = await makeStudy(lead, article);
  if (article.kinds !== undefined) {
    const { version } = await lead.do<{ version: number }>("GET", `/projects/${study.id}/articles/${study.articleId}`);
    await lead.do("PATCH", `/projects/${study.id}/articles/${study.articleId}/blocks`, { version, changes: Object.entries(article.kinds).map(([ordinal, kind]) => ({ ordinal: Number(ordinal), kind })) });
  }
  const user = await makeUser(`Coder of ${article.name}`);
  const assignment = await assignAll(lead, study.id, await makeMember(study.id, user, "annotator", "Heron"));
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  const troubles = await watch(context);
  await signInAs(context, baseURL, user);
  const page = await context.newPage();
  await page.goto(`${study.path}/annotate/${assignment}`);
  await expect(page.locator(".ProseMirror")).toBeVisible();
  return {
    context, page, troubles, projectId: study.id, assignment,
    end: async () => {
      await context.close();
      await lead.end();
      expect(troubles.list).toEqual([]);
    },
  };
}

/** The passages of every mark of a project as the database has them, in the order of the text. */
export const marksOf = async ({ projectId }: Pick<Desk, "projectId">): Promise<string[][]> =>
  (await sql<{ quotes: string[] }>(
    `SELECT array_agg(p.quote ORDER BY p.ordinal) AS quotes FROM span s JOIN span_part p ON p.project_id = s.project_id AND p.span_id = s.id JOIN revision r ON r.id = p.revision_id
     WHERE s.project_id = $1 AND s.deleted_at IS NULL AND substr(r.text, p.start_offset + 1, p.end_offset - p.start_offset) = p.quote GROUP BY s.id ORDER BY min(p.start_offset), s.id`,
    [projectId],
  )).map(({ quotes }) => quotes);
