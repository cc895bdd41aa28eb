import { hc } from "hono/client";
import { API, ApiProblem, clientOptions, type Problem, unwrap } from "@/components/api/client";
import type { adjudication } from "@/lib/api/adjudication";
import type { AdjudicationPorts, Outcome } from "./state/ports";
import type { AdjudicationDocument, Decision } from "./types";

const client = hc<typeof adjudication>(API, clientOptions).projects[":projectId"];
const articleApi = client.articles[":articleId"];

/** Everything the adjudication screen shows of an article. Throws `ApiProblem`. */
export async function fetchAdjudication(projectId: string, articleId: string): Promise<AdjudicationDocument> {
  // The codebook is checked where it is published; here it is JSON as any other.
  return (await unwrap<unknown>(articleApi.adjudication.$get({ param: { projectId, articleId } }))) as AdjudicationDocument;
}

/** A page of the articles to settle, and how many there are in all. Throws `ApiProblem`. */
export const fetchQueue = (projectId: string) => unwrap(client.adjudication.$get({ param: { projectId }, query: {} }));
export type QueueAnswer = Awaited<ReturnType<typeof fetchQueue>>;

/** The newest decisions on an article, also those that were replaced. Throws `ApiProblem`. */
export const fetchDecisions = async (projectId: string, articleId: string): Promise<readonly Decision[]> => (await unwrap(articleApi.decisions.$get({ param: { projectId, articleId }, query: {} }))).items as readonly Decision[];

/** Where the words of a decided cluster are undecided elsewhere. Throws `ApiProblem`. */
export const fetchSimilar = (projectId: string, articleId: string, clusterKey: string) => unwrap(articleApi.clusters[":key"].similar.$get({ param: { projectId, articleId, key: clusterKey } }));
type Similar = Awaited<ReturnType<typeof fetchSimilar>>["items"][number];

/** Settles clusters elsewhere as this one was. Throws `ApiProblem`. */
export const applySimilar = (projectId: string, articleId: string, clusterKey: string, chosen: readonly Similar[]) =>
  unwrap(articleApi.clusters[":key"].similar.$post({ param: { projectId, articleId, key: clusterKey }, json: { clusters: chosen.map((one) => ({ articleId: one.articleId, spans: one.spans })) } }));

/** How the session of one article reaches the server. */
export function portsOf(projectId: string, articleId: string): Omit<AdjudicationPorts, "newId" | "now"> {
  const param = { projectId, articleId };
  return {
    decide: (body, operationId) => {
      const { clusterKey: _key, spans, settled, from, replaces, value, ...rest } = body;
      const json = { ...rest, spans: [...spans], from: [...from], replaces: [...replaces], settled: settled.map((mark) => ({ ...mark, speaker: mark.speaker ?? null, parts: [...mark.parts] })), value: typeof value === "object" ? [...value] : (value ?? null) };
      return outcomeOf(unwrap(articleApi.decisions.$post({ param, json }, { headers: { "Operation-Id": operationId } })));
    },
    bulk: (kind, { clusterKeys, targetIds, setIds }) => outcomeOf(unwrap(articleApi.decisions.bulk.$post({ param, json: { kind, clusterKeys: [...clusterKeys], targetIds: [...targetIds], setIds: [...setIds] } }))),
    reopen: (decisionId, note) => outcomeOf(unwrap(client.decisions[":decisionId"].reopen.$post({ param: { projectId, decisionId }, json: { note } }))),
    settle: (version) => outcomeOf(unwrap(articleApi.settle.$post({ param, json: { version } }))),
    claim: (how) => outcomeOf(unwrap(how === "release" ? articleApi.claim.$delete({ param, json: {} }) : articleApi.claim.$post({ param, json: { takeOver: how === "over" } }))),
    read: () => fetchAdjudication(projectId, articleId).catch(() => null),
  };
}

/** What became of a request: an answer, a decision in the way, a refusal, or no answer. Never throws for those. */
async function outcomeOf<T>(answer: Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: "done", body: await answer };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return failed(error.problem);
  }
}

/** A conflict about marks or decisions is shown beside them; other refusals are sentences. */
function failed(problem: Problem & { readonly reason?: unknown }): Outcome<never> {
  const { status, detail, reason, current } = problem;
  if (status === 409 && (reason === "decided" || reason === "changed" || reason === "revised")) return { kind: "conflict", current: (current as Decision | undefined) ?? null, sentence: detail };
  return { kind: status === 0 || status >= 500 || status === 429 ? "retry" : "refused", sentence: detail };
}
