import type { AdjudicationDocument, Decision, ShownCluster } from "../types";
import type { EditDraft } from "./draft";
import type { Drawn } from "./drawn";
import type { DecisionBody } from "./requests";
import type { Waiting } from "./waiting";

/** What became of a request. `retry`: no answer came; the same may be sent again. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly body: T }
  | { readonly kind: "conflict"; readonly current: Decision | null; readonly sentence: string }
  | { readonly kind: "refused" | "retry"; readonly sentence: string };

/** A decision that was taken, and how the article stands with it. */
export type Decided = Decision & { readonly adjudication: { readonly version: number; readonly undecided: number } };

/** What is settled in one act: clusters, and questions about the whole article that everybody answered alike. */
export type BulkKeys = { readonly clusterKeys: readonly string[]; readonly targetIds: readonly string[]; readonly setIds: readonly string[] };

/** How the session reaches the server. */
export type AdjudicationPorts = {
  readonly newId: () => string;
  readonly now: () => Date;
  /** `operationId` stays the same when the same decision is sent again. */
  readonly decide: (body: DecisionBody, operationId: string) => Promise<Outcome<Decided>>;
  readonly bulk: (kind: "unanimous" | "boundaries", keys: BulkKeys) => Promise<Outcome<unknown>>;
  readonly reopen: (decisionId: string, note: string) => Promise<Outcome<unknown>>;
  readonly settle: (version: number) => Promise<Outcome<unknown>>;
  /** Takes the article while it is free, takes it over, or lets it go. */
  readonly claim: (how: "free" | "over" | "release") => Promise<Outcome<AdjudicationDocument["adjudication"]>>;
  /** The document as it is now; null when it cannot be had. */
  readonly read: () => Promise<AdjudicationDocument | null>;
};

/** What the screen asks for beside decisions. */
export type Busy = "unanimous" | "boundaries" | "settle" | "reopen" | "claim";

/** Everything that the screen shows and that changes. */
export type AdjudicationState = {
  readonly document: AdjudicationDocument;
  /** The clusters with decisions on their way. */
  readonly clusters: readonly ShownCluster[];
  readonly drawn: Drawn;
  readonly currentKey: string | null;
  /** Decisions that the server does not have yet, by what they are about. */
  readonly waiting: ReadonlyMap<string, Waiting>;
  readonly draft: EditDraft | null;
  readonly savedAt: Date | null;
  /** What is on its way that is no decision. */
  readonly busy: Busy | null;
  /** What the last of these was refused with. */
  readonly refusal: string | null;
};
