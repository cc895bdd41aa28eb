import { z } from "@hono/zod-openapi";
import { checkJudgements, loadJudgements } from "@/lib/exchange/server/judgements/load";
import { answer, body, group, member, op, route } from "./door";
import { inProject } from "./schemas";

/** Bytes; a table of 50,000 judgements is about five million. */
const TABLE_LIMIT = 10 * 1024 * 1024;
const count = z.int().min(0);
const Loaded = z.object({
  articles: z.object({ made: count, known: count }), outlets: z.array(z.string()), targets: z.array(z.string()), annotators: z.array(z.string()),
  readings: z.object({ made: count, known: count }), judgements: count, repeated: count,
});
const write = { member: "articles.write" } as const;
const path = "/projects/{projectId}/judgement-tables" as const;
const Table = z.strictObject({ csv: z.string().min(1) });

export const judgementTables = group()
  .openapi(route(write, { method: "post", path: `${path}/check`, summary: "What a table of judgements would bring; writes nothing", request: { params: inProject, body: body(Table) }, responses: { 200: answer(Loaded) } }, TABLE_LIMIT), async (c) =>
    c.json(Loaded.parse(await checkJudgements(member(c), c.req.valid("json").csv)), 200),
  )
  .openapi(route(write, { method: "post", path, summary: "Take in judgements of somebody else's study from CSV", request: { params: inProject, body: body(Table) }, responses: { 201: answer(Loaded) } }, TABLE_LIMIT), async (c) =>
    c.json(Loaded.parse(await loadJudgements(member(c), op(c), c.req.valid("json").csv)), 201),
  );
