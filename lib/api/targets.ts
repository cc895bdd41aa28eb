import { z } from "@hono/zod-openapi";
import { archiveTarget, changeTarget, createTarget, listTargets, orderTargets } from "@/lib/codebook/server/targets";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, name, version } from "./schemas";

const Alias = z.strictObject({ alias: name(200), isAmbiguous: z.boolean().default(false) }).openapi({ description: "an ambiguous alias never finds its target by itself" });
/** A target as every route gives it. */
export const Target = z.object({
  id,
  name: z.string(),
  description: z.string(),
  parentId: id.nullable(),
  isFocus: z.boolean(),
  position: z.int(),
  aliases: z.array(z.object({ alias: z.string(), isAmbiguous: z.boolean() })),
  merged: z.array(z.object({ id, name: z.string(), version })),
  archived: z.boolean(),
  version,
});
const Targets = z.object({ items: z.array(Target) });
const fields = { description: z.string().max(2000).optional(), parentId: id.nullable().optional(), isFocus: z.boolean().optional(), aliases: z.array(Alias).max(200).optional() };
const Draft = z.strictObject({ id: id.optional(), name: name(200), ...fields });
const Change = z.strictObject({ version, name: name(200).optional(), ...fields });
const Query = z.strictObject({ archived: z.enum(["true", "false"]).optional() });
const one = inProject.extend({ targetId: id });
const write = { member: "targets.write" } as const;

export const targets = group()
  .openapi(route({ member: "targets.read" }, { method: "get", path: "/projects/{projectId}/targets", summary: "What marks can be about", request: { params: inProject, query: Query }, responses: { 200: answer(Targets) } }), async (c) =>
    c.json(Targets.parse({ items: await listTargets(member(c), { archived: c.req.valid("query").archived === "true" }) }), 200),
  )
  .openapi(route(write, { method: "post", path: "/projects/{projectId}/targets", summary: "Add a target", request: { params: inProject, body: body(Draft) }, responses: { 201: answer(Target) } }), async (c) =>
    c.json(Target.parse(await createTarget(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(route(write, { method: "post", path: "/projects/{projectId}/targets/order", summary: "Put targets into an order", request: { params: inProject, body: body(z.strictObject({ ids: z.array(id).max(1000) })) }, responses: { 200: answer(Targets) } }), async (c) =>
    c.json(Targets.parse({ items: await orderTargets(member(c), op(c), c.req.valid("json").ids) }), 200),
  )
  .openapi(route(write, { method: "patch", path: "/projects/{projectId}/targets/{targetId}", summary: "Change a target", request: { params: one, body: body(Change) }, responses: { 200: answer(Target) } }), async (c) =>
    c.json(Target.parse(await changeTarget(member(c), op(c), c.req.valid("param").targetId, c.req.valid("json"))), 200),
  )
  .openapi(
    route(write, { method: "post", path: "/projects/{projectId}/targets/{targetId}/archive", summary: "Take a target out of use, or bring it back", request: { params: one, body: body(z.strictObject({ version, archived: z.boolean().default(true) })) }, responses: { 200: answer(Target) } }),
    async (c) => c.json(Target.parse(await archiveTarget(member(c), op(c), c.req.valid("param").targetId, c.req.valid("json"))), 200),
  );
