import { z } from "@hono/zod-openapi";
import { BOUNDARY_RULES, CLUSTER_STATES, DIFFERENCES, REASONS } from "@/lib/adjudication/cluster";
import { METHODS, OUTCOMES, SUBJECTS } from "@/lib/adjudication/decision";
import { QUEUE_STATES, SORTS } from "@/lib/adjudication/queue-wish";
import { ATTRIBUTIONS, DIRECTNESS, JUDGEMENTS, VOICES } from "@/lib/annotations/span";
import { isSpeakerName, mayHaveSpeaker } from "@/lib/annotations/speaker";
import { DEVICES, FRAMINGS } from "@/lib/codebook/framing";
import { id, version } from "./schemas";

/** What the routes of adjudication take and answer. */
const offset = z.int().min(0).max(2_000_000);
const Part = z.strictObject({ start: offset, end: offset, quote: z.string().min(1) }).openapi({ description: "[start, end) in Unicode code points of the article's text, and the words that stand there" });
const codes = {
  targetId: id,
  framing: z.enum(FRAMINGS),
  voice: z.enum(VOICES).nullable(),
  attribution: z.enum(ATTRIBUTIONS).nullable(),
  speaker: z.string().nullable(),
  directness: z.enum(DIRECTNESS),
  device: z.enum(DEVICES).nullable(),
  note: z.string(),
  labelIds: z.array(id),
};
const who = z.object({ id, name: z.string() });
const Settled = z.object({ id, ...codes, parts: z.array(Part) });
const Seen = z.strictObject({ id, version });
const count = z.int().min(0);
/** Where names are hidden, a letter stands for an annotator's id. */
const annotatorId = z.string();

export const DecisionShape = z.object({
  id, number: z.int(), subject: z.enum(SUBJECTS), targetId: id.nullable(), setId: id.nullable(), start: offset.nullable(), end: offset.nullable(), outcome: z.enum(OUTCOMES), method: z.enum(METHODS),
  reason: z.enum(REASONS).nullable(), note: z.string(), value: z.unknown(), by: who.nullable(), at: z.string(), codebookVersion: z.int(), revisionId: id, replacedBy: id.nullable(), spans: z.array(Seen), settled: z.array(Settled),
});
export const StandingShape = z.object({ version, undecided: count });
export const DecidedShape = DecisionShape.extend({ adjudication: StandingShape });

const Span = z.object({ id, version, memberId: annotatorId, ...codes, confidence: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(), fromSuggestion: z.boolean(), codebookVersion: z.int(), parts: z.array(Part) });
const ClusterShape = z.object({
  key: id, number: z.int(), start: offset, end: offset, spans: z.array(Span), state: z.enum(CLUSTER_STATES), differs: z.array(z.enum(DIFFERENCES)), readers: z.array(annotatorId),
  decision: DecisionShape.nullable(), changedSince: z.boolean(), replaces: z.array(id), threads: count, questions: count,
  aids: z.object({ majority: z.array(z.object({ start: offset, end: offset, share: z.number() })), posterior: z.object({ none: z.number(), advocacy: z.number(), neutral: z.number(), critical: z.number() }).nullable() }).nullable(),
});
const asked = <V extends z.ZodType>(said: V) => ({ values: z.array(said), same: z.boolean(), decision: DecisionShape.nullable(), changedSince: z.boolean() });
export const HeadShape = z.object({
  state: z.enum(["open", "settled"]), version, claimedBy: who.nullable(), claimedUntil: z.string().nullable(), settledBy: who.nullable(), settledAt: z.string().nullable(), settledDecisionId: id.nullable(), undecided: count,
});
const named = z.object({ id, name: z.string() }).nullable();
export const DocumentShape = z.object({
  article: z.object({
    id, title: z.string(), text: z.string(), revisionId: id, language: z.string().nullable(), genre: z.string().nullable(), byline: z.string().nullable(), url: z.string().nullable(), outlet: named, publisher: named,
    publishedOn: z.string().nullable(), words: count, tokens: z.string(), sentences: z.string(), archived: z.boolean(), blocks: z.array(z.object({ ordinal: count, kind: z.string(), start: offset, end: offset })),
  }),
  adjudication: HeadShape,
  annotators: z.array(z.object({ id: annotatorId, letter: z.string(), name: z.string().nullable(), assignmentId: id.nullable(), submittedAt: z.string(), blockOrdinals: z.array(z.int()) })),
  clusters: z.array(ClusterShape),
  added: z.array(DecisionShape),
  detached: z.array(DecisionShape),
  judgements: z.array(z.object({ targetId: id, ...asked(z.object({ memberId: annotatorId, value: z.literal([...JUDGEMENTS]), confidence: z.int().nullable(), note: z.string(), at: z.string() })) })),
  answers: z.array(z.object({ setId: id, ...asked(z.object({ memberId: annotatorId, value: z.array(id), at: z.string() })) })),
  codebook: z.object({ id, number: z.int(), content: z.unknown() }),
  targets: z.array(z.object({ id, name: z.string(), isFocus: z.boolean(), archived: z.boolean() })),
  rules: z.object({ boundaryRule: z.enum(BOUNDARY_RULES), hideNames: z.boolean() }),
});

const SettledWish = z
  .strictObject({
    parts: z.array(Part).min(1).max(20), ...codes,
    speaker: z.string().refine(isSpeakerName, { error: "is empty or too long" }).nullable().default(null), attribution: codes.attribution.default(null), voice: codes.voice.default(null),
    directness: codes.directness.default("direct"), device: codes.device.default(null), note: z.string().max(4000).default(""), labelIds: z.array(id).max(100).default([]),
  })
  .refine(({ attribution, voice }) => attribution === null || voice === "quoted", { error: "only quoted words are direct or reported", path: ["attribution"] })
  .refine(({ speaker, voice }) => speaker === null || mayHaveSpeaker(voice), { error: "only quoted or embedded words have a speaker", path: ["speaker"] });

export const DecisionWishShape = z.strictObject({
  id,
  subject: z.enum(["cluster", "judgement", "answer"]).default("cluster"),
  spans: z.array(Seen).max(5000).default([]).openapi({ description: "Every mark of the cluster in the version that you looked at; none where you add a mark" }),
  outcome: z.enum(["settled", "rejected"]),
  method: z.enum(["unanimous", "adopted", "merged", "edited", "added", "rejected"]),
  from: z.array(id).max(5000).default([]).openapi({ description: "Marks that the settled ones were made of" }),
  settled: z.array(SettledWish).max(50).default([]),
  reason: z.enum(REASONS).nullable().default(null),
  note: z.string().max(4000).default(""),
  targetId: id.nullable().default(null),
  setId: id.nullable().default(null),
  value: z.union([z.literal([...JUDGEMENTS]), z.array(id).max(100)]).nullable().default(null),
  replaces: z.array(id).max(100).default([]).openapi({ description: "Decisions that this one takes the place of" }),
  codebookVersionId: id.nullable().default(null).openapi({ description: "The codebook that you looked at; the newest where none is named" }),
  revisionId: id.nullable().default(null).openapi({ description: "The text that you looked at; 409 when it is no longer the current one" }),
});

/** The queue's filters, as they stand in its address. */
export const QueueQuery = z.strictObject({
  sort: z.enum(SORTS).default("disagreement"),
  status: z.enum(QUEUE_STATES).default("open"),
  target: id.optional(),
  pair: z.string().regex(/^[0-9a-f-]{36},[0-9a-f-]{36}$/iu, "must be two members' ids with a comma between").optional(),
  label: z.string().regex(/^(advocacy|neutral|critical|[0-9a-f-]{36})$/iu, "must be a framing or a label's id").optional(),
  state: z.enum(CLUSTER_STATES).optional(),
  gap: z.enum(["true"]).optional(),
  mine: z.enum(["true"]).optional(),
  cursor: z.string().max(80).optional(),
});
export const QueueShape = z.object({
  items: z.array(z.object({
    articleId: id, title: z.string(), agreement: z.number().nullable(), clusters: count, unanimous: count, undecided: count, annotators: count, state: z.enum(["open", "settled", "reopened"]),
    claimedBy: who.nullable(), claimedUntil: z.string().nullable(), firstSubmittedAt: z.string().nullable(), questions: count, gaps: count,
  })),
  next: z.string().nullable(),
  totals: z.object({ articles: count, settled: count, reopened: count, undecided: count }),
});

export const BulkWishShape = z
  .strictObject({ kind: z.enum(["unanimous", "boundaries"]), clusterKeys: z.array(id).max(5000).default([]), targetIds: z.array(id).max(500).default([]), setIds: z.array(id).max(500).default([]), codebookVersionId: id.nullable().default(null) })
  .refine(({ kind, targetIds, setIds }) => kind === "unanimous" || targetIds.length + setIds.length === 0, { error: "questions on the whole article have no boundaries", path: ["targetIds"] });
export const BulkDoneShape = z.object({ decisions: z.array(DecisionShape), skipped: z.array(z.object({ key: id, reason: z.enum(["decided", "not_of_this_kind"]) })), adjudication: StandingShape });

export const SimilarShape = z.object({
  decisionId: id, words: z.string(), more: z.boolean(),
  items: z.array(z.object({ articleId: id, title: z.string(), key: id, start: offset, end: offset, quote: z.string(), state: z.enum(CLUSTER_STATES), annotators: count, spans: z.array(Seen) })),
});
export const SimilarWishShape = z.strictObject({ clusters: z.array(z.strictObject({ articleId: id, spans: z.array(Seen).min(1).max(5000) })).min(1).max(200), codebookVersionId: id.nullable().default(null) });
export const SimilarDoneShape = z.object({ decisions: z.array(DecisionShape.extend({ articleId: id })), refused: z.array(z.object({ articleId: id, reason: z.string(), detail: z.string() })) });
export const HistoryShape = z.object({ items: z.array(DecisionShape), next: z.int().nullable() });
