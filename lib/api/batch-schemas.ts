import { z } from "@hono/zod-openapi";
import { BLOCK_KINDS } from "@/lib/articles/blocks";
import { PHASES, SEED, STRATEGIES } from "@/lib/assignments/plan/strategy";
import { id, timestamp, version } from "./schemas";

const day = z.iso.date({ error: "must be a day, as 2026-03-31" });
const seed = z.string().toLowerCase().regex(SEED, "must be up to 16 hexadecimal digits");
const Blocks = z
  .strictObject({ headline: z.boolean().optional(), lead: z.int().min(1).max(50).optional(), kinds: z.array(z.enum(BLOCK_KINDS)).min(1).max(9).optional(), ordinals: z.array(z.int().min(0).max(50_000)).min(1).max(500).optional() })
  .refine((blocks) => blocks.headline === true || blocks.lead !== undefined || blocks.kinds !== undefined || blocks.ordinals !== undefined, "names no part of an article");
const Articles = z.strictObject({ ids: z.array(id).min(1).max(20_000).optional(), outletIds: z.array(id.or(z.literal("unknown"))).min(1).max(1000).optional(), unassigned: z.boolean().optional() });

const wish = {
  strategy: z.enum(STRATEGIES),
  articles: Articles.default({}),
  memberIds: z.array(id).min(1).max(1000).optional(),
  perWork: z.int().min(1).max(50).default(2),
  share: z.number().min(0).max(1).default(0.2),
  phase: z.enum(PHASES).default("main"),
  round: z.int().min(1).max(9).default(1),
  blocks: Blocks.optional(),
  dueOn: day.nullable().optional(),
  seed: seed.optional(),
  pairs: z.array(z.strictObject({ articleId: id, memberId: id })).min(1).max(5000).optional(),
};
type Given = { strategy: string; pairs?: unknown; memberIds?: unknown; articles: object };
const pairsFit = (given: Given): boolean => (given.strategy === "by_hand") === (given.pairs !== undefined) && (given.pairs === undefined || (given.memberIds === undefined && Object.keys(given.articles).length === 0));
const PAIRS = { error: "give pairs with the strategy by_hand, and then neither articles nor members", path: ["pairs"] };

/** What an assignment is wished to be. */
export const PlanWish = z.strictObject(wish).refine(pairsFit, PAIRS);
/** The same with the seed and digest of the preview that is confirmed. */
export const BatchWish = z.strictObject({ ...wish, seed, digest: z.string().min(1).max(100) }).refine(pairsFit, PAIRS);

export const Preview = z.object({
  strategy: z.enum(STRATEGIES), phase: z.enum(PHASES), round: z.int(), seed: z.string(), digest: z.string(), works: z.int(), given: z.int(), copies: z.int(), withoutBlocks: z.int(), assignments: z.int(), places: z.int(),
  people: z.array(z.object({ memberId: id, pseudonym: z.string(), added: z.int(), total: z.int(), locked: z.boolean() })),
  overlap: z.object({ min: z.int(), max: z.int(), none: z.int(), table: z.array(z.array(z.int())).nullable() }).nullable(),
  short: z.object({ count: z.int(), items: z.array(z.object({ articleId: id, title: z.string(), missing: z.int() })) }),
  warnings: z.array(z.string()),
});
export const MadeBatch = z.object({ batchId: id, created: z.int(), restored: z.int(), works: z.int(), people: z.int(), places: z.int() });
export const Batch = z.object({
  id, strategy: z.enum(STRATEGIES), phase: z.enum(PHASES), round: z.int(), perWork: z.int().nullable(), seed: z.string(), share: z.number().nullable(), blocks: z.object({ headline: z.boolean().optional(), lead: z.int().optional(), kinds: z.array(z.string()).optional(), ordinals: z.array(z.int()).optional() }).nullable(),
  dueOn: z.string().nullable(), createdBy: z.string().nullable(), createdAt: timestamp, assignments: z.int(), submitted: z.int(), articles: z.int(), people: z.int(), places: z.int(), taken: z.int(),
});
export const Taken = z.object({ assignmentId: id.nullable(), reason: z.enum(["nothing_left", "practice_first", "no_pool"]).nullable() });
export const AssignmentRow = z.object({ id, articleId: id, memberId: id, pseudonym: z.string(), state: z.string(), phase: z.string(), round: z.int(), dueOn: z.string().nullable(), version });
export const DueWish = z.strictObject({ version, dueOn: day.nullable() });
export const ReassignWish = z.strictObject({ version, memberId: id });
