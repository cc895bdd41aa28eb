import { z } from "@hono/zod-openapi";
import { MOST_PROPOSED, PROPOSAL_STATES } from "@/lib/codebook/proposal";
import { declineProposal, takeProposal } from "@/lib/codebook/server/decide-proposal";
import { listProposals, propose } from "@/lib/codebook/server/proposals";
import { FRAMINGS } from "@/lib/codebook/framing";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, timestamp, version } from "./schemas";

const Span = z.object({ spanId: id, articleId: id, articleTitle: z.string(), quote: z.string().nullable(), framing: z.enum(FRAMINGS), target: z.string(), deleted: z.boolean() });
const place = z.string().max(100).openapi({ description: "“introduction”, “rule:…”, “set:…”, a framing, the id of a label, or empty for a new rule" });
const Proposal = z.object({
  id, place, text: z.string(), state: z.enum(PROPOSAL_STATES), articleId: id.nullable(), articleTitle: z.string().nullable(), decisionId: id.nullable(), spans: z.array(Span),
  by: z.string().nullable(), mine: z.boolean(), createdAt: timestamp, decidedBy: z.string().nullable(), decidedAt: timestamp.nullable(), answer: z.string(), versionNumber: z.int().nullable(), version,
});
const Draft = z.strictObject({
  place: place.default(""), text: z.string().trim().min(1, "must not be empty").max(MOST_PROPOSED.text), spanIds: z.array(id).max(MOST_PROPOSED.spans).default([]), articleId: id.nullable().optional(), decisionId: id.nullable().optional(),
});
const Query = z.strictObject({ state: z.enum(["open", "decided"]).optional(), after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) });
const Take = z.strictObject({ version, draftVersion: version.nullable().openapi({ description: "The version of the draft that one saw; null where there is none, and one is started" }), place: place.optional() });
const Taken = z.object({ proposal: Proposal, draft: z.object({ id, number: z.int(), version, content: z.looseObject({}) }) });
const read = { member: "adjudicate" } as const;
const write = { member: "codebook.write" } as const;
const path = "/projects/{projectId}/codebook/proposals";
const one = inProject.extend({ proposalId: id });

export const proposals = group()
  .openapi(route(read, { method: "get", path, summary: "Changes of the codebook that decisions asked for", request: { params: inProject, query: Query }, responses: { 200: answer(z.object({ items: z.array(Proposal), open: z.int(), next: z.string().nullable() })) } }), async (c) => {
    const { items, ...page } = await listProposals(member(c), c.req.valid("query"));
    return c.json({ ...page, items: z.array(Proposal).parse(items) }, 200);
  })
  .openapi(route(read, { method: "post", path, summary: "Propose a change of the codebook", request: { params: inProject, body: body(Draft) }, responses: { 201: answer(Proposal) } }), async (c) =>
    c.json(Proposal.parse(await propose(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(route(write, { method: "post", path: `${path}/{proposalId}/take`, summary: "Write a proposal into the draft", request: { params: one, body: body(Take) }, responses: { 200: answer(Taken) } }), async (c) =>
    c.json(Taken.parse(await takeProposal(member(c), op(c), c.req.valid("param").proposalId, c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/{proposalId}/decline`, summary: "Decline a proposal, with an answer to its author", request: { params: one, body: body(z.strictObject({ version, answer: z.string().max(2000).default("") })) }, responses: { 200: answer(Proposal) } }), async (c) =>
    c.json(Proposal.parse(await declineProposal(member(c), op(c), c.req.valid("param").proposalId, c.req.valid("json"))), 200),
  );
