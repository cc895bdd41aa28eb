import { z } from "@hono/zod-openapi";
import { articleRevisions, revisionDiff, revisionReport } from "@/lib/annotations/server/revise/history";
import { makeRevision, previewRevision } from "@/lib/annotations/server/revise/revise";
import { BLOCK_KINDS } from "@/lib/articles/blocks";
import { OUTCOMES } from "@/lib/articles/reanchor/reanchor";
import { attachment } from "@/lib/exchange/file-name";
import { revisionCsv } from "@/lib/exchange/server/revision-csv";
import { projectOf } from "@/lib/projects/server/projects";
import { answer, body, group, member, op, route } from "./door";
import { ARTICLE_BODY_LIMIT } from "./request";
import { id, inProject, timestamp, version } from "./schemas";

const write = { member: "articles.write" } as const;
// Reports tell of everybody's marks, so that they are for those who see everybody's work.
const read = { member: "progress.read" } as const;
const path = "/projects/{projectId}/articles/{articleId}/revisions";
const article = inProject.extend({ articleId: id });
const one = article.extend({ revisionId: id });

const wish = {
  text: z.string(),
  blocks: z.array(z.strictObject({ ordinal: z.int().min(0).max(2_000_000), kind: z.enum(BLOCK_KINDS) })).max(50_000).optional().openapi({ description: "Blocks of another kind than what is carried over from the text before" }),
};
const count = z.int();
const Counts = z.object({ exact: count, moved: count, repaired: count, orphaned: count });
const outcome = z.enum(OUTCOMES);
const MovedMark = z.object({
  spanId: id, open: z.boolean().openapi({ description: "Others' work that was never submitted: its words, target and annotator are null" }),
  annotator: z.string().nullable(), target: z.string().nullable(), outcome, score: z.number().nullable(), before: z.string().nullable(), after: z.string().nullable(),
});
const lostBlocks = z.array(count).openapi({ description: "Blocks of the old text that assignments name and that are not in the new one" });
const Preview = z.object({
  version, title: z.string(), words: count, codePoints: count, text: z.string(), blocks: z.array(z.object({ ordinal: count, kind: z.enum(BLOCK_KINDS), start: count, end: count })),
  marks: Counts, key: Counts.nullable(), lostBlocks, unsearched: count.openapi({ description: "Searches for edited words that were not made because they would take too long; these marks are orphaned" }), items: z.array(MovedMark).openapi({ description: "Marks that are not exact, the first 200 in the order of the text" }),
});
const Made = z.object({ id, number: count, version, marks: Counts, key: Counts.nullable(), lostBlocks });
const Line = z.object({ id, number: count, createdAt: timestamp, by: z.string().nullable(), note: z.string(), current: z.boolean(), codePoints: count, marks: Counts });
const Report = z.object({ revision: Line, items: z.array(MovedMark), next: id.nullable() });
const ReportQuery = z.strictObject({ outcome: outcome.optional(), after: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
const words = z.array(z.object({ words: z.string(), is: z.enum(["same", "new", "gone"]) }));
const Paragraph = z.union([z.object({ is: z.literal("same"), count }), z.object({ is: z.enum(["new", "gone", "edited", "moved"]), words })]);

export const revisions = group()
  .openapi(
    route(write, { method: "post", path: `${path}/preview`, summary: "What a corrected text would make of the article and of everybody's marks; nothing is stored", request: { params: article, body: body(z.strictObject(wish)) }, responses: { 200: answer(Preview) } }, ARTICLE_BODY_LIMIT),
    async (c) => c.json(Preview.parse(await previewRevision(member(c), c.req.valid("param").articleId, c.req.valid("json"))), 200),
  )
  .openapi(
    route(write, { method: "post", path, summary: "Make a corrected text the current one; every mark is found again on it or kept as orphaned", request: { params: article, body: body(z.strictObject({ version, ...wish, note: z.string().max(500).optional() })) }, responses: { 201: answer(Made) } }, ARTICLE_BODY_LIMIT),
    async (c) => c.json(Made.parse(await makeRevision(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"))), 201),
  )
  .openapi(route(read, { method: "get", path, summary: "The texts that the article had, the newest first", request: { params: article }, responses: { 200: answer(z.object({ items: z.array(Line) })) } }), async (c) =>
    c.json({ items: z.array(Line).parse(await articleRevisions(member(c), c.req.valid("param").articleId)) }, 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/{revisionId}`, summary: "What became of the marks when the revision was made; by default those that moved, were repaired or orphaned", request: { params: one, query: ReportQuery }, responses: { 200: answer(Report) } }), async (c) => {
    const { outcome: only, ...query } = c.req.valid("query");
    const { articleId, revisionId } = c.req.valid("param");
    return c.json(Report.parse(await revisionReport(member(c), articleId, revisionId, { ...query, outcomes: only && [only] })), 200);
  })
  .openapi(route(read, { method: "get", path: `${path}/{revisionId}/diff`, summary: "The revision beside the one before it, by paragraph and word", request: { params: one }, responses: { 200: answer(z.object({ paragraphs: z.array(Paragraph) })) } }), async (c) => {
    const { articleId, revisionId } = c.req.valid("param");
    return c.json({ paragraphs: z.array(Paragraph).parse(await revisionDiff(member(c), articleId, revisionId)) }, 200);
  })
  .openapi(
    route(read, { method: "get", path: `${path}/{revisionId}/report.csv`, summary: "What became of every mark", request: { params: one }, responses: { 200: { description: "outcome, score, annotator, target, words_before, words_now, span_id", content: { "text/csv": { schema: z.string() } } } } }),
    async (c) => {
      const { articleId, revisionId } = c.req.valid("param");
      const [csv, project] = await Promise.all([revisionCsv(member(c), articleId, revisionId), projectOf(member(c))]);
      return c.body(csv, 200, { "Content-Type": "text/csv; charset=utf-8; header=present", "Content-Disposition": attachment(project.name, "revision.csv") }) as never;
    },
  );
