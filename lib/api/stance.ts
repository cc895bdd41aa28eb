import { z } from "@hono/zod-openapi";
import { VOICES } from "@/lib/annotations/span";
import { DEVICES, FRAMINGS } from "@/lib/codebook/framing";
import { attachment } from "@/lib/exchange/file-name";
import { stanceCsv } from "@/lib/exchange/stance-csv";
import { projectOf } from "@/lib/projects/server/projects";
import { reading } from "@/lib/stance/reading";
import { GROUPINGS } from "@/lib/stance/rows";
import { readStance, type Stance } from "@/lib/stance/server/read-stance";
import { spansBehind } from "@/lib/stance/server/spans-behind";
import { answer, group, member, route } from "./door";
import { id, inProject } from "./schemas";

const by = z.enum(GROUPINGS).default("outlet");
const ids = z.string().max(4000).transform((text) => text.split(",")).pipe(z.array(id).min(1).max(100)).openapi({ type: "string", description: "one or several ids, with commas between them" });
const StanceQuery = z.strictObject({ by, target: ids.optional() });
const SpansQuery = z
  .strictObject({ by, outletId: id.optional(), publisherId: id.optional(), workId: id.optional(), articleId: id.optional(), targetId: id, voice: z.enum(VOICES).optional(), framing: z.enum(FRAMINGS).optional(), cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })
  .refine((query) => [query.outletId, query.publisherId, query.workId, query.articleId].filter(Boolean).length === 1, { path: ["outletId"], message: "give exactly one of outletId, publisherId, workId and articleId" });

const count = z.int().min(0);
const Counts = z.object({ advocacy: count, neutral: count, critical: count });
const quantity = <V extends z.ZodType>(value: V) => z.object({ value: value.nullable(), reason: z.string().optional() });
const Interval = z.object({ low: z.number(), high: z.number(), cutLow: z.boolean(), cutHigh: z.boolean() });
const Assessed = z.object({
  works: count,
  sharedWorks: count,
  points: z.array(z.object({ workId: id, value: z.number() })).openapi({ description: "the works themselves, where there are fewer than three" }),
  mean: quantity(z.number()),
  interval: quantity(Interval),
  status: z.object({ level: z.enum(["enough", "tentative", "not_enough"]), reasons: z.array(z.string()), sentence: z.string() }),
});
const basis = { articles: count, works: count, annotators: count, spans: count, counts: z.object({ own: Counts, quoted: Counts, embedded: Counts }) };
const Cell = z.object({ outletId: id, targetId: id, ...basis, articlesRead: count, sign: Assessed, quoted: Assessed, rate: Assessed, reading: z.string() });
const Single = z.object({ workId: id, targetId: id, title: z.string(), articleIds: z.array(id), ...basis, sign: quantity(z.number()), quoted: quantity(z.number()), rate: quantity(z.number()) });
const StanceAnswer = z.object({
  by: z.enum(GROUPINGS),
  targets: z.array(z.object({ id, name: z.string(), isFocus: z.boolean() })),
  outlets: z.array(z.object({ id, name: z.string() })),
  articlesRead: count,
  cells: z.array(Cell),
  singles: z.array(Single),
});
const Part = z.object({ start: count, end: count, quote: z.string() });
const SpanBehind = z.object({
  id, articleId: id, articleTitle: z.string(), annotator: z.string(), framing: z.enum(FRAMINGS), voice: z.enum(VOICES), attribution: z.string().nullable(),
  device: z.enum(DEVICES).nullable(), note: z.string(), publishers: z.boolean(), parts: z.array(Part),
});
const SpansAnswer = z.object({ items: z.array(SpanBehind), total: count, next: z.string().nullable() });

/** Points are shown where they stand for the mean; for thousands of works they would be most of the answer. */
const few = <A extends { works: number; points: readonly unknown[] }>(assessed: A): A => (assessed.works < 3 ? assessed : { ...assessed, points: [] });
const shown = (stance: Stance): object => ({ ...stance, cells: stance.cells.map((cell) => ({ ...cell, sign: few(cell.sign), quoted: few(cell.quoted), rate: few(cell.rate), reading: reading({ measured: "spans", voice: "own", figure: cell.sign, quoted: cell.quoted }) })) });

const read = { member: "stance.read" } as const;
const asked = { params: inProject, query: StanceQuery };

export const stance = group()
  .openapi(route(read, { method: "get", path: "/projects/{projectId}/stance", summary: "Stance per outlet or publisher and target, from submitted work", request: asked, responses: { 200: answer(StanceAnswer) } }), async (c) => {
    const query = c.req.valid("query");
    return c.json(StanceAnswer.parse(shown(await readStance(member(c), { by: query.by, targetIds: query.target }))), 200);
  })
  .openapi(route(read, { method: "get", path: "/projects/{projectId}/stance.csv", summary: "The table of the stance page", request: asked, responses: { 200: { description: "As shown, one row per target and outlet or work", content: { "text/csv": { schema: z.string() } } } } }), async (c) => {
    const query = c.req.valid("query");
    const [found, project] = await Promise.all([readStance(member(c), { by: query.by, targetIds: query.target }), projectOf(member(c))]);
    const csv = stanceCsv({ grouping: found.by, cells: found.cells, singles: found.singles }, found.targets, found.outlets);
    return c.body(csv, 200, { "Content-Type": "text/csv; charset=utf-8; header=present", "Content-Disposition": attachment(project.name, "stance.csv") }) as never;
  })
  .openapi(route(read, { method: "get", path: "/projects/{projectId}/stance/spans", summary: "The spans behind a number of the stance table", request: { params: inProject, query: SpansQuery }, responses: { 200: answer(SpansAnswer) } }), async (c) => {
    const { cursor, limit, ...query } = c.req.valid("query");
    return c.json(SpansAnswer.parse(await spansBehind(member(c), query, { cursor, limit })), 200);
  });
