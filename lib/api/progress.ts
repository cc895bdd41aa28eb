import { z } from "@hono/zod-openapi";
import { ARTICLE_PROGRESS } from "@/lib/assignments/progress";
import { progressArticles } from "@/lib/assignments/server/progress-articles";
import { readProgress } from "@/lib/assignments/server/progress-read";
import { ASSIGNMENT_STATES } from "@/lib/assignments/queue";
import { readAside } from "@/lib/assignments/server/set-aside";
import { ASIDE } from "@/lib/assignments/set-aside";
import { COLOURS, GLYPHS } from "@/lib/codebook/content";
import { attachment } from "@/lib/exchange/file-name";
import { PROGRESS_TABLES } from "@/lib/exchange/progress-csv";
import { progressAsCsv } from "@/lib/exchange/server/progress-stream";
import { projectOf } from "@/lib/projects/server/projects";
import { answer, group, member, route } from "./door";
import { id, inProject, timestamp } from "./schemas";

const count = z.int().min(0);
const day = z.iso.date();
const work = { assigned: count, inProgress: count, returned: count, submitted: count };
const Capped = z.object({ value: count, more: z.boolean() });
const Score = z.object({ score: z.number(), n: count });
const Annotator = z.object({
  memberId: id, name: z.string(), left: z.boolean(), ...work, practice: z.object(work), practiceScore: Score.nullable(), gold: Score.nullable(), passed: z.boolean().nullable(), locked: z.boolean(),
  lastDay: day.nullable(), pace: z.number().nullable().openapi({ description: "first submissions per day with activity, over the newest 14; null after fewer than five" }), overdue: z.object({ n: count, since: day }).nullable(),
});
const Label = z.object({ id: z.string(), name: z.string(), colour: z.enum(COLOURS).nullable(), glyph: z.enum(GLYPHS).nullable(), archived: z.boolean(), n: count });
const Finish = z.union([
  z.object({ day, pace: z.number(), activeDays: count, since: day, reason: z.null() }),
  z.object({ day: z.null(), reason: z.enum(["nothing_assigned", "done", "too_few", "paused", "clock", "too_far"]) }),
]);
const Progress = z.object({
  today: day,
  articles: z.object({ all: Capped, works: Capped, done: Capped, waiting: Capped, untouched: Capped, pool: Capped }).openapi({ description: "counted up to 10,000; `more` says that there are more" }),
  work: z.object(work).openapi({ description: "assignments without practice, withdrawn ones and archived articles" }),
  phases: z.array(z.object({ phase: z.string(), ...work })),
  heldByLeavers: count,
  annotators: z.array(Annotator),
  outlets: z.array(z.object({ outletId: id.nullable(), name: z.string().nullable(), ...work })),
  labels: z.array(z.object({ id: z.string(), name: z.string(), labels: z.array(Label) })),
  days: z.array(z.object({ day, submitted: count, people: count })),
  waiting: z.array(z.object({ memberId: id, articles: count, since: day, who: z.array(z.object({ memberId: id, articles: count })) })).openapi({ description: "over the oldest 1,000 articles on which some wait for others" }),
  aside: z.object({ skipped: Capped, flagged: Capped }),
  finish: Finish,
});
const Open = z.object({ memberId: id, name: z.string(), state: z.enum(ASSIGNMENT_STATES), dueOn: day.nullable(), locked: z.boolean(), left: z.boolean() });
const Page = z.object({ items: z.array(z.object({ articleId: id, title: z.string(), outlet: z.string().nullable(), assigned: count, submitted: count, open: z.array(Open) })), next: id.nullable() });
const PageQuery = z.strictObject({ state: z.enum(ARTICLE_PROGRESS).optional(), after: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

const AsideItem = z.object({ assignmentId: id, articleId: id, title: z.string(), memberId: id, name: z.string(), state: z.enum(ASSIGNMENT_STATES), skippedAt: timestamp.nullable(), skipReason: z.string(), flaggedAt: timestamp.nullable(), flagNote: z.string() });
const AsideList = z.object({ items: z.array(AsideItem), next: id.nullable() });
const AsideQuery = z.strictObject({ kind: z.enum(ASIDE).optional(), after: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

const read = { member: "progress.read" } as const;
const path = "/projects/{projectId}/progress";

export const progress = group()
  .openapi(route(read, { method: "get", path, summary: "How far the project is, per annotator, outlet, label and day, and who waits for whom", request: { params: inProject }, responses: { 200: answer(Progress) } }), async (c) =>
    c.json(Progress.parse(await readProgress(member(c))), 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/articles`, summary: "How far each assigned article is, and who has not submitted it", request: { params: inProject, query: PageQuery }, responses: { 200: answer(Page) } }), async (c) =>
    c.json(Page.parse(await progressArticles(member(c), c.req.valid("query"))), 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/aside`, summary: "What annotators skipped or flagged, and why", request: { params: inProject, query: AsideQuery }, responses: { 200: answer(AsideList) } }), async (c) =>
    c.json(AsideList.parse(await readAside(member(c), c.req.valid("query"))), 200),
  )
  .openapi(
    route(read, { method: "get", path: `${path}/csv`, summary: "One of the tables of progress", request: { params: inProject, query: z.strictObject({ by: z.enum(PROGRESS_TABLES) }) }, responses: { 200: { description: "The columns stand in docs/formats.md", content: { "text/csv": { schema: z.string() } } } } }),
    async (c) => {
      const { by } = c.req.valid("query");
      const [csv, project] = await Promise.all([progressAsCsv(member(c), by), projectOf(member(c))]);
      return c.body(csv, 200, { "Content-Type": "text/csv; charset=utf-8; header=present", "Content-Disposition": attachment(project.name, `progress-${by}.csv`), "X-Accel-Buffering": "no" }) as never;
    },
  );
