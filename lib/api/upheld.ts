import { z } from "@hono/zod-openapi";
import { REASONS } from "@/lib/adjudication/cluster";
import { agreementBeforeAfter } from "@/lib/adjudication/server/around/before-after";
import { meetingPassages } from "@/lib/adjudication/server/around/meeting";
import { upheldRates } from "@/lib/adjudication/server/around/upheld";
import { VOICES } from "@/lib/annotations/span";
import { CLUSTER_STATES } from "@/lib/adjudication/cluster";
import { FRAMINGS } from "@/lib/codebook/framing";
import { answer, group, member, route } from "./door";
import { id, inProject } from "./schemas";

const share = z.number().min(0).max(1);
const Rate = z.union([z.object({ value: z.object({ share, low: share, high: share }) }), z.object({ value: z.null(), reason: z.literal("nothing_decided") })]);
const Upheld = z.object({ memberId: id, name: z.string(), decided: z.int(), upheld: z.int(), rate: Rate, reasons: z.partialRecord(z.enum([...REASONS, "none"]), z.int()) });
const Figure = z.union([z.object({ value: z.number() }), z.object({ value: z.null(), reason: z.string() })]);
const both = { exact: Figure, overlap: Figure };
const BeforeAfter = z.object({ articles: z.int(), first: z.object(both), latest: z.object(both), annotators: z.array(z.object({ memberId: id, articles: z.int(), ...both })), names: z.record(z.string(), z.string()) });
const range = { start: z.int().min(0), end: z.int().min(0) };
const Passage = z.object({
  key: id, articleId: id, title: z.string(), state: z.enum(CLUSTER_STATES), text: z.string(), language: z.string().nullable(), readers: z.int(),
  marks: z.array(z.object({ letter: z.string(), parts: z.array(z.object(range)), target: z.string(), framing: z.enum(FRAMINGS), voice: z.enum(VOICES).nullable() })),
});

export const upheld = group()
  .openapi(route({ member: "adjudication.read" }, { method: "get", path: "/projects/{projectId}/adjudication/upheld", summary: "How often decisions upheld the marks of each annotator: all for a coordinator, one's own for everybody else", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(Upheld) })) } }), async (c) =>
    c.json({ items: z.array(Upheld).parse(await upheldRates(member(c))) }, 200),
  )
  .openapi(route({ member: "agreement.read" }, { method: "get", path: "/projects/{projectId}/adjudication/before-after", summary: "Agreement on marks before and after adjudication, over settled articles; null in a class", request: { params: inProject }, responses: { 200: answer(z.object({ figures: BeforeAfter.nullable() })) } }), async (c) =>
    c.json({ figures: BeforeAfter.nullable().parse(await agreementBeforeAfter(member(c))) }, 200),
  )
  .openapi(
    route({ member: "adjudicate" }, { method: "get", path: "/projects/{projectId}/adjudication/meeting", summary: "Instructive disagreements for a meeting, without anybody's name", request: { params: inProject, query: z.strictObject({ seed: z.string().max(40).default("1"), n: z.coerce.number().int().min(1).max(50).default(12) }) }, responses: { 200: answer(z.object({ items: z.array(Passage) })) } }),
    async (c) => c.json({ items: z.array(Passage).parse(await meetingPassages(member(c), c.req.valid("query"))) }, 200),
  );
