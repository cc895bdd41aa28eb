import type { ClusterSpan } from "@/lib/adjudication/cluster";
import { clusterSpans } from "@/lib/adjudication/cluster-spans";
import { splitBlocks } from "@/lib/articles/blocks";
import { snapsOf } from "@/lib/articles/reading";
import { FRAMING_PRESET } from "@/lib/codebook/presets/framing";
import type { AdjudicationDocument, Decision } from "@/components/adjudicator/types";

/** An invented article of two paragraphs. */
export const TEXT = "Harbour office waits\nThe harbour office dragged its feet for months, keepers said.\nThe port company stepped in at once.";

let count = 0;
/** A mark of one member on the first place where these words stand. */
export function mark(memberId: string, quote: string, codes: Partial<ClusterSpan> = {}): ClusterSpan {
  const start = TEXT.indexOf(quote);
  count += 1;
  return {
    id: `00000000-0000-7000-8000-${String(count).padStart(12, "0")}`, version: 1, memberId, parts: [{ start, end: start + quote.length, quote }], targetId: "council", framing: "critical", voice: "own", attribution: null, speaker: null,
    directness: "direct", device: null, confidence: null, note: "", labelIds: [], fromSuggestion: false, codebookVersion: 1, ...codes,
  };
}

/** The document of an article with these marks, by everybody whom `readers` names. */
export function documentOf(spans: readonly ClusterSpan[], readers: readonly string[] = ["ann", "ben", "cem"]): AdjudicationDocument {
  const blocks = splitBlocks(TEXT);
  return {
    article: { id: "article", title: "Harbour office waits", text: TEXT, revisionId: "revision", language: "en", genre: null, outlet: null, publisher: null, archived: false, blocks, ...snapsOf(TEXT, blocks, "en") },
    adjudication: { state: "open", version: 1, claimedBy: null, claimedUntil: null, settledBy: null, settledAt: null, settledDecisionId: null, undecided: 0 },
    annotators: readers.map((id, i) => ({ id, letter: "ABCDEFGH".charAt(i), name: id, assignmentId: id, submittedAt: "2026-01-01T00:00:00Z", blockOrdinals: [] })),
    clusters: clusterSpans(spans, readers.map((memberId) => ({ memberId, ranges: null }))).map((cluster, i) => ({ ...cluster, number: i + 1, decision: null, changedSince: false, replaces: [], threads: 0, questions: 0, aids: null })),
    added: [], detached: [], judgements: [], answers: [],
    codebook: { id: "codebook", number: 1, content: FRAMING_PRESET },
    targets: [{ id: "council", name: "Town council", isFocus: true, archived: false }, { id: "port", name: "Port company", isFocus: true, archived: false }],
    rules: { boundaryRule: "majority", hideNames: false },
  };
}

/** A decision as the server would answer it. */
export const decided = (id: string, fields: Partial<Decision> = {}): Decision => ({ id, number: 1, subject: "cluster", outcome: "settled", method: "adopted", reason: null, note: "", by: { id: "rae", name: "Rae" }, at: "2026-01-02T00:00:00Z", targetId: null, setId: null, value: null, replacedBy: null, spans: [], settled: [], ...fields });
