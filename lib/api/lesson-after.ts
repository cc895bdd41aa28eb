import { z } from "@hono/zod-openapi";
import { archiveNameless } from "@/lib/lessons/server/archive";
import { eraseClass, erasePupil } from "@/lib/lessons/server/erase";
import { readRetention, setRetention } from "@/lib/lessons/server/retention";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, timestamp, version } from "./schemas";

const day = z.iso.date();
const Retention = z.object({ until: day.nullable(), suggested: day, days: z.int().nullable().openapi({ description: "days left, when it is time to remind" }), namelessAt: timestamp.nullable(), version });
const Search = z.object({ tables: z.int(), columns: z.int(), traces: z.array(z.object({ table: z.string(), column: z.string(), rows: z.int() })), unsearched: z.array(z.string()) });
const Erased = z.object({ pupils: z.int(), accounts: z.int(), left: z.int().openapi({ description: "words of theirs that are short, or stand elsewhere too, and were not looked for" }), search: Search });
const confirm = z.string().max(400);
const teach = { member: "lesson.teach" } as const;
const path = "/projects/{projectId}/lesson";

export const lessonAfter = group()
  .openapi(route(teach, { method: "get", path: `${path}/retention`, summary: "Until when the class is kept", request: { params: inProject }, responses: { 200: answer(Retention) } }), async (c) =>
    c.json(Retention.parse(await readRetention(member(c))), 200),
  )
  .openapi(route(teach, { method: "put", path: `${path}/retention`, summary: "Set until when the class is kept; nothing is erased by itself", request: { params: inProject, body: body(z.strictObject({ until: day.nullable(), version })) }, responses: { 200: answer(Retention) } }), async (c) =>
    c.json(Retention.parse(await setRetention(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route(teach, { method: "post", path: `${path}/archive`, summary: "Keep marks and counts, and forget whose they are", request: { params: inProject, body: body(z.strictObject({ confirm, keepText: z.boolean() })) }, responses: { 200: answer(z.object({ pupils: z.int(), accounts: z.int() })) } }), async (c) =>
    c.json(await archiveNameless(member(c), op(c), c.req.valid("json")), 200),
  )
  .openapi(route(teach, { method: "delete", path: `${path}/pupils/{memberId}`, summary: "Erase a pupil, and search the whole database for what is left", request: { params: inProject.extend({ memberId: id }), body: body(z.strictObject({ confirm })) }, responses: { 200: answer(Erased) } }), async (c) =>
    c.json(Erased.parse(await erasePupil(member(c), op(c), c.req.valid("param").memberId, c.req.valid("json").confirm)), 200),
  )
  .openapi(route(teach, { method: "delete", path: `${path}/class`, summary: "Erase the class with its pupils, and search the whole database for what is left", request: { params: inProject, body: body(z.strictObject({ confirm })) }, responses: { 200: answer(Erased) } }), async (c) =>
    c.json(Erased.parse(await eraseClass(member(c), c.req.valid("json").confirm)), 200),
  );
