import { z } from "@hono/zod-openapi";
import { outletsMoved } from "@/lib/annotations/server/rollup/moved";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { mergeOutlet, unmergeOutlet } from "@/lib/articles/server/merge-outlets";
import { listOutlets } from "@/lib/articles/server/outlet-rows";
import { changeOutlet, createOutlet } from "@/lib/articles/server/outlets";
import { languageCode } from "./article-schemas";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, name, version } from "./schemas";

const Outlet = z.object({ id, name: z.string(), aliases: z.array(z.string()), domains: z.array(z.string()), country: z.string().nullable(), language: z.string().nullable(), owner: z.string().nullable(),
  merged: z.array(z.object({ id, name: z.string(), version })), articles: z.object({ outlet: z.int(), publisher: z.int() }), version });
const fields = {
  aliases: z.array(name(200)).max(100).optional(),
  domains: z.array(name(300)).max(100).optional().openapi({ description: "Sites of the outlet, such as example.org; an address is read as its site" }),
  country: z.string().regex(/^[A-Z]{2}$/u, "must be a country code of two capital letters").nullable().optional(),
  language: languageCode.nullable().optional(),
  owner: name(200).nullable().optional(),
};
const Draft = z.strictObject({ id: id.optional(), name: name(200), ...fields });
const Change = z.strictObject({ version, name: name(200).optional(), ...fields });
const Merged = z.object({ outlet: Outlet, articles: z.int().openapi({ description: "Articles that name the outlet, as outlet or as publisher" }) });
const path = "/projects/{projectId}/outlets";
const one = inProject.extend({ outletId: id });

export const outlets = group()
  .openapi(route({ member: "outlets.read" }, { method: "get", path, summary: "The project's outlets and publishers", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(Outlet) })) } }), async (c) =>
    c.json({ items: z.array(Outlet).parse(await listOutlets(member(c))) }, 200),
  )
  .openapi(route({ member: "outlets.write" }, { method: "post", path, summary: "Add an outlet", request: { params: inProject, body: body(Draft) }, responses: { 201: answer(Outlet) } }), async (c) =>
    c.json(Outlet.parse(await createOutlet(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(
    route({ member: "outlets.write" }, { method: "patch", path: `${path}/{outletId}`, summary: "Change an outlet and its other names", request: { params: one, body: body(Change) }, responses: { 200: answer(Outlet) } }),
    async (c) => c.json(Outlet.parse(await changeOutlet(member(c), op(c), c.req.valid("param").outletId, c.req.valid("json"))), 200),
  )
  .openapi(
    route({ member: "outlets.write" }, { method: "post", path: `${path}/{outletId}/merge`, summary: "Count the articles of an outlet as another's; can be undone", request: { params: one, body: body(z.strictObject({ version, intoId: id })) }, responses: { 200: answer(Merged) } }),
    async (c) => c.json(Merged.parse(await mergeOutlet(member(c), op(c), c.req.valid("param").outletId, c.req.valid("json"), refreshArticles, outletsMoved)), 200),
  )
  .openapi(
    route({ member: "outlets.write" }, { method: "post", path: `${path}/{outletId}/unmerge`, summary: "Undo a merge of outlets", request: { params: one, body: body(z.strictObject({ version })) }, responses: { 200: answer(Merged) } }),
    async (c) => c.json(Merged.parse(await unmergeOutlet(member(c), op(c), c.req.valid("param").outletId, c.req.valid("json").version, refreshArticles, outletsMoved)), 200),
  );
