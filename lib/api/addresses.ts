import { z } from "@hono/zod-openapi";
import { readAddresses, setAddress } from "@/lib/stance/server/address";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const Address = z.object({ targetId: id, target: z.string(), addressed: z.boolean().nullable(), note: z.string(), by: z.string().nullable(), version, named: z.int() });
const Wish = z.strictObject({ version, addressed: z.boolean().nullable(), note: z.string().max(2000).optional() });
const inArticle = inProject.extend({ articleId: id });
const path = "/projects/{projectId}/articles/{articleId}/addresses";

export const addresses = group()
  .openapi(route({ member: "stance.read" }, { method: "get", path, summary: "Which targets coordinators said that an article addresses", request: { params: inArticle }, responses: { 200: answer(z.object({ items: z.array(Address) })) } }), async (c) =>
    c.json({ items: z.array(Address).parse(await readAddresses(member(c), c.req.valid("param").articleId)) }, 200),
  )
  .openapi(route({ member: "articles.write" }, { method: "put", path: `${path}/{targetId}`, summary: "Say that an article addresses a target, or does not; null takes it back", request: { params: inArticle.extend({ targetId: id }), body: body(Wish) }, responses: { 200: answer(Address) } }), async (c) => {
    const { articleId, targetId } = c.req.valid("param");
    return c.json(Address.parse(await setAddress(member(c), op(c), articleId, targetId, c.req.valid("json"))), 200);
  });
