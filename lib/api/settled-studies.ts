import { z } from "@hono/zod-openapi";
import { checkSettledStudy, loadSettledStudy } from "@/lib/exchange/server/settled-study/load";
import { answer, body, group, member, op, route } from "./door";
import { inProject } from "./schemas";

/** Bytes; a study carries the texts of its articles. A longer one comes in several files. */
const STUDY_LIMIT = 32 * 1024 * 1024;
const count = z.int().min(0);
const Loaded = z.object({ articles: z.object({ made: count, known: count }), outlets: z.array(z.string()), targets: z.array(z.string()), events: z.array(z.string()), spans: count, judgements: count });
const write = { member: "articles.write" } as const;
const path = "/projects/{projectId}/settled-studies" as const;
const Study = z.strictObject({ jsonl: z.string().min(1), focus: z.array(z.string().min(1).max(200)).max(1000).optional(), addressedBy: z.literal("marked").optional(), sampling: z.string().trim().max(2000).optional() });

export const settledStudies = group()
  .openapi(route(write, { method: "post", path: `${path}/check`, summary: "What a study with settled records would bring; writes nothing", request: { params: inProject, body: body(Study) }, responses: { 200: answer(Loaded) } }, STUDY_LIMIT), async (c) =>
    c.json(Loaded.parse(await checkSettledStudy(member(c), c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "post", path, summary: "Take in somebody else's study: articles with texts and their settled marks, as JSON lines", request: { params: inProject, body: body(Study) }, responses: { 201: answer(Loaded) } }, STUDY_LIMIT), async (c) =>
    c.json(Loaded.parse(await loadSettledStudy(member(c), op(c), c.req.valid("json"))), 201),
  );
