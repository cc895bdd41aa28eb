import { z } from "@hono/zod-openapi";
import { comparison, comparisonByHand, type Asked } from "@/lib/compare/server/document";
import { nameRow } from "@/lib/compare/server/names";
import { changeOmission, noteOmission, removeOmission } from "@/lib/compare/server/omissions";
import { omissionRows } from "@/lib/compare/server/omissions-table";
import { comparableSets } from "@/lib/compare/server/sets";
import { attachment } from "@/lib/exchange/file-name";
import { omissionsCsv } from "@/lib/exchange/omissions-csv";
import { projectOf } from "@/lib/projects/server/projects";
import { ComparableSet, ComparisonAnswer, HandQuery, NameAnswer, NameDraft, OmissionAnswer, OmissionChange, OmissionDraft, SetQuery } from "./compare-schemas";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const read = { member: "compare.read" } as const;
const write = { member: "compare.write" } as const;
const path = "/projects/{projectId}/compare" as const;
const one = inProject.extend({ articleSetId: id });
const omission = one.extend({ omissionId: id });
const asked = ({ articles, order, marks }: z.infer<typeof SetQuery>): Asked => ({ articleIds: articles ?? [], order, marks: marks === "shown" });

export const compare = group()
  .openapi(route(read, { method: "get", path, summary: "Sets of one event that can be compared; nothing for annotators before the reveal", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(ComparableSet) })) } }), async (c) =>
    c.json({ items: z.array(ComparableSet).parse(await comparableSets(member(c))) }, 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/articles`, summary: "Articles that are named one by one, side by side", request: { params: inProject, query: HandQuery }, responses: { 200: answer(ComparisonAnswer) } }), async (c) =>
    c.json(ComparisonAnswer.parse(await comparisonByHand(member(c), asked(c.req.valid("query")))), 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/{articleSetId}`, summary: "Articles of a set side by side: passages that tell the same, marks, names and omissions", request: { params: one, query: SetQuery }, responses: { 200: answer(ComparisonAnswer) } }), async (c) =>
    c.json(ComparisonAnswer.parse(await comparison(member(c), c.req.valid("param").articleSetId, asked(c.req.valid("query")))), 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/{articleSetId}/omissions.csv`, summary: "What was noted as left out in the articles of a set", request: { params: one }, responses: { 200: { description: "One row for each omission; the columns stand in docs/formats.md", content: { "text/csv": { schema: z.string() } } } } }), async (c) => {
    const [items, project] = await Promise.all([omissionRows(member(c), c.req.valid("param").articleSetId), projectOf(member(c))]);
    return c.body(omissionsCsv(items), 200, { "Content-Type": "text/csv; charset=utf-8; header=present", "Content-Disposition": attachment(project.name, "omissions.csv") }) as never;
  })
  .openapi(route(write, { method: "post", path: `${path}/{articleSetId}/omissions`, summary: "Note that an article leaves out what another one tells", request: { params: one, body: body(OmissionDraft) }, responses: { 201: answer(OmissionAnswer) } }), async (c) =>
    c.json(OmissionAnswer.parse(await noteOmission(member(c), op(c), c.req.valid("param").articleSetId, c.req.valid("json"))), 201),
  )
  .openapi(route(write, { method: "patch", path: `${path}/{articleSetId}/omissions/{omissionId}`, summary: "Change the note of an omission", request: { params: omission, body: body(OmissionChange) }, responses: { 200: answer(OmissionAnswer) } }), async (c) => {
    const { articleSetId, omissionId } = c.req.valid("param");
    return c.json(OmissionAnswer.parse(await changeOmission(member(c), op(c), articleSetId, omissionId, c.req.valid("json"))), 200);
  })
  .openapi(route(write, { method: "delete", path: `${path}/{articleSetId}/omissions/{omissionId}`, summary: "Take an omission back", request: { params: omission, body: body(z.strictObject({ version })) }, responses: { 200: answer(z.object({ id })) } }), async (c) => {
    const { articleSetId, omissionId } = c.req.valid("param");
    return c.json(await removeOmission(member(c), op(c), articleSetId, omissionId, c.req.valid("json").version), 200);
  })
  .openapi(route(write, { method: "put", path: `${path}/{articleSetId}/names`, summary: "Call a row of passages by a name; an empty one takes the name away", request: { params: one, body: body(NameDraft) }, responses: { 200: answer(NameAnswer) } }), async (c) =>
    c.json(NameAnswer.parse(await nameRow(member(c), op(c), c.req.valid("param").articleSetId, c.req.valid("json"))), 200),
  );
