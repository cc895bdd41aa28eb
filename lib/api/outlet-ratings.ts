import { z } from "@hono/zod-openapi";
import { importRatings, listRatings, matchRating, removeRatings } from "@/lib/articles/server/ratings";
import { attachment } from "@/lib/exchange/file-name";
import { ratingsCsv } from "@/lib/exchange/ratings-csv";
import { projectOf } from "@/lib/projects/server/projects";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, name } from "./schemas";

const path = "/projects/{projectId}/outlet-ratings";
const source = name(120);
const Rating = z.object({ id, source: z.string(), name: z.string(), outlet: z.object({ id, name: z.string() }).nullable(), value: z.string(), number: z.number().nullable(), scale: z.string(), note: z.string(), ratedOn: z.string().nullable() });
const Imported = z.object({ source: z.string(), rows: z.int(), unmatched: z.int() });

export const outletRatings = group()
  .openapi(route({ member: "outlets.read" }, { method: "get", path, summary: "What others say of outlets; enters no figure", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(Rating) })) } }), async (c) =>
    c.json({ items: z.array(Rating).parse(await listRatings(member(c))) }, 200),
  )
  .openapi(
    route({ member: "outlets.read" }, { method: "get", path: `${path}/csv`, summary: "The same as CSV", request: { params: inProject }, responses: { 200: { description: "source, name, outlet, rating, scale, note, date", content: { "text/csv": { schema: z.string() } } } } }),
    async (c) => {
      const [items, project] = await Promise.all([listRatings(member(c)), projectOf(member(c))]);
      return c.body(ratingsCsv(items), 200, { "Content-Type": "text/csv; charset=utf-8; header=present", "Content-Disposition": attachment(project.name, "outlet-ratings.csv") }) as never;
    },
  )
  .openapi(
    route({ member: "outlets.write" }, { method: "post", path, summary: "Take in a table of ratings from one source", request: { params: inProject, body: body(z.strictObject({ source, csv: z.string().min(1) })) }, responses: { 201: answer(Imported) } }),
    async (c) => c.json(Imported.parse(await importRatings(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(
    route({ member: "outlets.write" }, { method: "patch", path: `${path}/{ratingId}`, summary: "Say which outlet a rating is about", request: { params: inProject.extend({ ratingId: id }), body: body(z.strictObject({ outletId: id.nullable() })) }, responses: { 200: answer(Rating) } }),
    async (c) => c.json(Rating.parse(await matchRating(member(c), op(c), c.req.valid("param").ratingId, c.req.valid("json").outletId)), 200),
  )
  .openapi(
    route({ member: "outlets.write" }, { method: "delete", path, summary: "Remove the ratings from one source", request: { params: inProject, body: body(z.strictObject({ source })) }, responses: { 200: answer(z.object({ removed: z.int() })) } }),
    async (c) => c.json(await removeRatings(member(c), op(c), c.req.valid("json").source), 200),
  );
