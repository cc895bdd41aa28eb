import { z } from "@hono/zod-openapi";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { MOST_SAMPLES, SAMPLES } from "@/lib/agreement/gamma/gamma";
import { DOCUMENT_REASONS } from "@/lib/agreement/gamma/result";
import { UNDEFINED } from "@/lib/agreement/report";
import { checkChoice } from "@/lib/agreement/server/check-choice";
import { type GammaJob, gammaJob, JOB_STATES, newestGamma, titlesOf } from "@/lib/agreement/server/gamma/job-rows";
import { cancelGamma, orderGamma } from "@/lib/agreement/server/gamma/order-gamma";
import { ChoiceQuery, choiceOf, Chosen } from "./agreement-schemas";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, timestamp } from "./schemas";

const count = z.int().min(0);
const undefinedAs = z.object({ value: z.null(), reason: z.enum(UNDEFINED) });
const quantity = <V extends z.ZodType>(value: V) => z.union([z.object({ value }), undefinedAs]);
const Wish = z.strictObject({
  choice: ChoiceQuery.openapi({ description: "what the agreement page compares, named and written as in its query; `seed` is that of the samples" }),
  samples: z.int().min(10).max(MOST_SAMPLES).default(SAMPLES),
  precision: z.number().min(0.01).max(0.5).nullable().default(0.1).openapi({ description: "how far the expected disorder of an article may be off, as a share of it; more samples are drawn until then. null: as many as `samples` says" }),
});
const Found = z.object({ articleId: id, title: z.string(), gamma: z.number(), observed: z.number(), expected: z.number(), weight: z.number(), samples: count, spread: z.number() });
const Missing = z.object({ articleId: id, title: z.string(), gamma: z.null(), reason: z.enum(DOCUMENT_REASONS) });
const Result = z.object({
  gamma: quantity(z.number()), interval: quantity(z.object({ low: z.number(), high: z.number(), documents: count })),
  doubt: z.union([z.object({ value: z.number() }), undefinedAs]).openapi({ description: "half-width of the 95 % interval that drawing samples alone leaves; the interval is about the articles" }),
  left: count, articles: count, annotators: count, sampler: z.string(), alpha: z.number(), beta: z.number(), deltaEmpty: z.literal(1), dataVersion: z.string(), documents: z.array(z.union([Found, Missing])),
});
const Job = z.object({ id, state: z.enum(JOB_STATES), done: count, total: count.nullable(), cancelRequested: z.boolean(), error: z.string().nullable(), createdAt: timestamp, choice: Chosen, samples: count, precision: z.number().nullable(), result: Result.nullable() });

async function shown(actor: MemberActor, { order, result, ...job }: GammaJob): Promise<z.infer<typeof Job>> {
  const titles = await titlesOf(actor, (result?.documents ?? []).map(({ articleId }) => articleId));
  const documents = (result?.documents ?? []).map((one) => ({ ...one, title: titles.get(one.articleId) ?? "", gamma: "reason" in one ? null : 1 - one.observed / one.expected }));
  return Job.parse({ ...job, ...order, result: result?.figures ? { ...result.figures, ...result.options, documents } : null });
}

const path = "/projects/{projectId}/agreement/gamma";
const read = { member: "agreement.read" } as const;
const write = { member: "adjudicate" } as const;
const ofJob = inProject.extend({ jobId: id });

export const gamma = group()
  .openapi(route(write, { method: "post", path, summary: "Have γ computed in the background; the same one that waits or is at work is answered instead", request: { params: inProject, body: body(Wish) }, responses: { 200: answer(Job) } }), async (c) => {
    const { choice, ...sampling } = c.req.valid("json");
    return c.json(await shown(member(c), await orderGamma(member(c), op(c), { choice: choiceOf(choice), ...sampling })), 200);
  })
  .openapi(route(read, { method: "get", path, summary: "The newest γ of a choice", request: { params: inProject, query: ChoiceQuery }, responses: { 200: answer(z.object({ job: Job.nullable() })) } }), async (c) => {
    const [actor, choice] = [member(c), choiceOf(c.req.valid("query"))];
    await checkChoice(actor, choice);
    const found = await newestGamma(actor, choice);
    return c.json({ job: found && (await shown(actor, found)) }, 200);
  })
  .openapi(route(read, { method: "get", path: `${path}/{jobId}`, summary: "How far a γ is, and its result", request: { params: ofJob }, responses: { 200: answer(Job) } }), async (c) => c.json(await shown(member(c), await gammaJob(member(c), c.req.valid("param").jobId)), 200))
  .openapi(route(write, { method: "post", path: `${path}/{jobId}/cancel`, summary: "Stop a γ; one that has ended stays", request: { params: ofJob, body: body(z.strictObject({})) }, responses: { 200: answer(Job) } }), async (c) =>
    c.json(await shown(member(c), await cancelGamma(member(c), op(c), c.req.valid("param").jobId)), 200),
  );
