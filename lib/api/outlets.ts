import { z } from "@hono/zod-openapi";
import { changeOutlet, createOutlet, listOutlets } from "@/lib/articles/server/outlets";
import { languageCode } from "./article-schemas";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, name, version } from "./schemas";

const Outlet = z.object({ id, name: z.string(), aliases: z.array(z.string()), country: z.string().nullable(), language: z.string().nullable(), owner: z.string().nullable(), version });
const fields = {
  aliases: z.array(name(200)).max(100).optional(),
  country: z.string().regex(/^[A-Z]{2}$/u, "must be a country code of two capital letters").nullable().optional(),
  language: languageCode.nullable().optional(),
  owner: name(200).nullable().optional(),
};
const Draft = z.strictObject({ id: id.optional(), name: name(200), ...fields });
const Change = z.strictObject({ version, name: name(200).optional(), ...fields });

export const outlets = group()
  .openapi(route({ member: "outlets.read" }, { method: "get", path: "/projects/{projectId}/outlets", summary: "The project's outlets and publishers", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(Outlet) })) } }), async (c) =>
    c.json({ items: z.array(Outlet).parse(await listOutlets(member(c))) }, 200),
  )
  .openapi(route({ member: "outlets.write" }, { method: "post", path: "/projects/{projectId}/outlets", summary: "Add an outlet", request: { params: inProject, body: body(Draft) }, responses: { 201: answer(Outlet) } }), async (c) =>
    c.json(Outlet.parse(await createOutlet(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(
    route({ member: "outlets.write" }, { method: "patch", path: "/projects/{projectId}/outlets/{outletId}", summary: "Change an outlet and its other names", request: { params: inProject.extend({ outletId: id }), body: body(Change) }, responses: { 200: answer(Outlet) } }),
    async (c) => c.json(Outlet.parse(await changeOutlet(member(c), op(c), c.req.valid("param").outletId, c.req.valid("json"))), 200),
  );
