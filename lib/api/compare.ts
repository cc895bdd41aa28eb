import { z } from "@hono/zod-openapi";
import { comparableSets } from "@/lib/compare/server/sets";
import { answer, group, member, route } from "./door";
import { id, inProject } from "./schemas";

const read = { member: "compare.read" } as const;
const path = "/projects/{projectId}/compare" as const;
const ComparableSet = z.object({ id, name: z.string(), articles: z.int(), works: z.int(), outlets: z.array(z.string()), outletCount: z.int(), from: z.string().nullable(), to: z.string().nullable(), omissions: z.int(), conflicts: z.int() });

export const compare = group().openapi(
  route(read, { method: "get", path, summary: "Sets of one event that can be compared; nothing for annotators before the reveal", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(ComparableSet) })) } }),
  async (c) => c.json({ items: z.array(ComparableSet).parse(await comparableSets(member(c))) }, 200),
);
