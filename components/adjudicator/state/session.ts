import type { Reason } from "@/lib/adjudication/cluster";
import { sameCodes } from "@/lib/adjudication/same-mark";
import type { JudgementValue, SpanPart } from "@/lib/annotations/span";
import type { Framing } from "@/lib/codebook/framing";
import type { AdjudicationDocument, Decision, ShownCluster } from "../types";
import { type Column, compare, pairsToKeep, saidBySomebody } from "./columns";
import { drawnFrom } from "./drawn";
import { draftFrom, type EditDraft, emptyDraft, markOf } from "./draft";
import type { AdjudicationPorts, AdjudicationState, Busy, Outcome } from "./ports";
import { bulkOf, nextOpen, stepFrom } from "./look";
import { adopted, added, type Because, type DecisionBody, edited, keptTwo, merged, rejected, subjectOf, wholeDecision } from "./requests";
import { put, shownClusters } from "./waiting";

/** One article being adjudicated. Decisions are shown at once and sent one by one; what could not be sent stays, with its reason. */
export class AdjudicationSession {
  readonly #listeners = new Set<() => void>();
  state: AdjudicationState;

  constructor(document: AdjudicationDocument, private readonly ports: AdjudicationPorts) {
    this.state = { document, clusters: document.clusters, drawn: drawnFrom(document, document.clusters), currentKey: nextOpen(document.clusters, null) ?? document.clusters[0]?.key ?? null, waiting: new Map(), draft: null, savedAt: null, busy: null, refusal: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The cluster that is looked at. */
  get current(): ShownCluster | null {
    return this.state.clusters.find((cluster) => cluster.key === this.state.currentKey) ?? null;
  }

  /** The decision that stands on something; null where none does. */
  standingOn(subject: string): Decision | null {
    const { clusters, judgements, answers } = this.state.document;
    const row = clusters.find(({ key }) => key === subject) ?? judgements.find(({ targetId }) => `judgement ${targetId}` === subject) ?? answers.find(({ setId }) => `answer ${setId}` === subject);
    return row?.decision ?? null;
  }

  /** True while something would be lost if the page went away. */
  get unsaved(): boolean {
    return this.state.waiting.size > 0 || this.state.draft !== null;
  }

  /** Looks at a cluster. A draft is of the cluster that it was begun on, so it keeps the screen there. */
  go(key: string | null): void {
    if (key !== null && this.state.draft === null) this.#show({ currentKey: key, refusal: null });
  }

  step = (way: 1 | -1): void => this.go(stepFrom(this.state.clusters, this.state.currentKey, way));

  /** One version stands: the one with this digit. */
  adopt(digit: number): void {
    const cluster = this.current;
    const column = cluster && compare(this.state.document, cluster).columns.find((one) => one.digit === digit);
    if (cluster && column && this.state.draft === null) void this.#decide(adopted(this.ports.newId(), cluster, column.span));
  }

  /** Two versions stand; without a pair the first two that say different things. False when there are none. */
  keep(pair?: readonly [Column, Column]): boolean {
    const cluster = this.current;
    const kept = pair ?? (cluster ? pairsToKeep(compare(this.state.document, cluster).columns)[0] : undefined);
    if (!cluster || kept === undefined || this.state.draft !== null) return false;
    void this.#decide(keptTwo(this.ports.newId(), cluster, kept));
    return true;
  }

  /** Other edges: recorded where all marks say the same, else a draft asks what they are to say. */
  merge(parts: readonly SpanPart[]): void {
    const cluster = this.current;
    const [first] = cluster?.spans ?? [];
    if (!cluster || first === undefined || this.state.draft !== null) return;
    if (cluster.spans.every((span) => sameCodes(span, first))) void this.#decide(merged(this.ports.newId(), cluster, first, parts));
    else this.#show({ draft: draftFrom(cluster, first, parts, cluster.spans.map((span) => span.id)) });
  }

  /** None of the versions stands. Resolves to the decision's id once it is stored, to null where it could not be. */
  async reject(reason: Reason, note: string): Promise<string | null> {
    const cluster = this.current;
    if (!cluster) return null;
    const body = rejected(this.ports.newId(), cluster, reason, note);
    await this.#decide(body);
    return this.state.waiting.has(subjectOf(body)) ? null : body.id;
  }

  /** Begins a version of the reviewer's own, out of the first one or the one with a digit. */
  edit(digit = 1): void {
    const cluster = this.current;
    const column = cluster && compare(this.state.document, cluster).columns.find((one) => one.digit === digit);
    if (cluster && column && this.state.draft === null) this.#show({ draft: draftFrom(cluster, column.span) });
  }

  /** Begins a version out of a computed starting point. */
  editFrom(parts: readonly SpanPart[], framing: Framing | null | undefined): void {
    const cluster = this.current;
    const span = cluster?.spans.find((one) => one.framing === framing) ?? cluster?.spans[0];
    if (cluster && span && this.state.draft === null) this.#show({ draft: draftFrom(cluster, span, parts.length > 0 ? parts : span.parts, cluster.spans.map(({ id }) => id)) });
  }

  /** Begins a mark that nobody made. */
  add(): void {
    const { codebook, targets } = this.state.document;
    if (this.state.draft === null) this.#show({ draft: emptyDraft(codebook.content.asks.voice, targets.length === 1 ? (targets[0]?.id ?? null) : null) });
  }

  change(fields: Partial<EditDraft>): void {
    const { draft } = this.state;
    if (draft !== null) this.#show({ draft: { ...draft, ...fields } });
  }

  drop(): void {
    this.#show({ draft: null });
  }

  /** Records the draft; it must lack nothing. */
  record(): void {
    const { draft } = this.state;
    const mark = draft && markOf(draft);
    if (draft === null || mark === null) return;
    const cluster = this.state.clusters.find(({ key }) => key === draft.key);
    this.#show({ draft: null });
    void this.#decide(cluster ? edited(this.ports.newId(), cluster, mark, draft.from, draft.note, draft.reason) : added(this.ports.newId(), mark, draft.note));
  }

  /** What the article says toward a target; `because` where nobody said so. */
  judge(targetId: string, value: JudgementValue, because: Because | null = null): void {
    const row = this.state.document.judgements.find((one) => one.targetId === targetId);
    void this.#decide(wholeDecision(this.ports.newId(), { targetId }, value, saidBySomebody(row?.values ?? [], value), because, row?.decision ? [row.decision.id] : []));
  }

  /** The answer to a question about the whole article; `because` where nobody gave it. */
  answer(setId: string, labelIds: readonly string[], because: Because | null = null): void {
    const row = this.state.document.answers.find((one) => one.setId === setId);
    void this.#decide(wholeDecision(this.ports.newId(), { setId }, labelIds, saidBySomebody(row?.values ?? [], labelIds), because, row?.decision ? [row.decision.id] : []));
  }

  /** Accepts all unanimous clusters, or settles all that differ in their edges only by the project's rule. */
  async bulk(kind: "unanimous" | "boundaries"): Promise<void> {
    const keys = bulkOf(this.state.document, this.state.clusters, kind);
    if (this.state.draft === null && Object.values(keys).some((some) => some.length > 0)) await this.#ask(kind, () => this.ports.bulk(kind, keys));
  }

  /** Opens a decision again; what was decided stays on record. True when it is open. */
  reopen(decisionId: string, note: string): Promise<boolean> {
    return this.#ask("reopen", () => this.ports.reopen(decisionId, note));
  }

  /** Closes the article. True when it is settled. */
  settle(): Promise<boolean> {
    return this.#ask("settle", () => this.ports.settle(this.state.document.adjudication.version));
  }

  /** Takes the article over from whoever has it. */
  takeOver(): Promise<boolean> {
    return this.#ask("claim", () => this.ports.claim("over"));
  }

  /** Takes the article while nobody has it, or keeps it. Where somebody else was faster, that is shown. */
  async hold(): Promise<void> {
    const outcome = await this.ports.claim("free");
    if (outcome.kind !== "done") return this.refresh();
    const { document } = this.state;
    this.#show({ document: { ...document, adjudication: { ...document.adjudication, ...outcome.body } } });
  }

  /** Lets the article go, if it is this member's and nothing of it waits here. */
  async release(memberId: string): Promise<void> {
    if (this.state.document.adjudication.claimedBy?.id === memberId && this.state.waiting.size === 0) await this.ports.claim("release");
  }

  /** Sends again what could not be sent, as it was. */
  retry(subject: string): void {
    const waiting = this.state.waiting.get(subject);
    if (waiting !== undefined && waiting.state !== "sending") void this.#decide(waiting.body, true, waiting.operationId);
  }

  /** Records one's own decision in place of the one that was made meanwhile. */
  insist(subject: string): void {
    const waiting = this.state.waiting.get(subject);
    if (waiting?.state !== "conflict") return;
    const { document } = this.state;
    const cluster = document.clusters.find(({ key }) => key === subject);
    const standing = [...new Set([...(waiting.theirs === null ? [] : [waiting.theirs.id]), ...(cluster?.replaces ?? [])])];
    // What the marks are now has been read meanwhile, and shown beside.
    const spans = cluster?.spans.map(({ id, version }) => ({ id, version })) ?? waiting.body.spans;
    void this.#decide({ ...waiting.body, id: this.ports.newId(), spans, replaces: standing }, true);
  }

  /** Lets one's own decision go: the other one stands, or the cluster is open. */
  letGo(subject: string): void {
    const waiting = new Map(this.state.waiting);
    waiting.delete(subject);
    this.#show({ waiting });
  }

  /** Reads everything anew, unless something newer is shown by then. What waits here stays. */
  async refresh(): Promise<void> {
    const document = await this.ports.read();
    if (document === null || document.adjudication.version < this.state.document.adjudication.version) return;
    const currentKey = document.clusters.some(({ key }) => key === this.state.currentKey) ? this.state.currentKey : (nextOpen(document.clusters, null) ?? document.clusters[0]?.key ?? null);
    this.#show({ document, currentKey });
  }

  /** Shows at once what was decided, goes on to what is open unless one `stays`, and sends it. */
  #decide(body: DecisionBody, stays = false, operationId = this.ports.newId()): Promise<void> {
    const subject = subjectOf(body);
    this.#show({ waiting: new Map(this.state.waiting).set(subject, { body, operationId, state: "sending", sentence: "", theirs: null }), refusal: null });
    if (!stays && body.clusterKey !== undefined && body.clusterKey === this.state.currentKey) {
      const next = nextOpen(this.state.clusters, body.clusterKey);
      if (next !== null) this.#show({ currentKey: next });
    }
    return this.#send(subject, body, operationId);
  }

  async #send(subject: string, body: DecisionBody, operationId: string): Promise<void> {
    const outcome = await this.ports.decide(body, operationId);
    const waiting = new Map(this.state.waiting);
    if (outcome.kind === "done") {
      waiting.delete(subject);
      const { adjudication, ...decision } = outcome.body;
      const { document } = this.state;
      this.#show({ waiting, document: put({ ...document, adjudication: { ...document.adjudication, ...adjudication } }, subject, decision), savedAt: this.ports.now() });
      return;
    }
    const [state, theirs] = outcome.kind === "conflict" ? (["conflict", outcome.current] as const) : (["failed", null] as const);
    this.#show({ waiting: waiting.set(subject, { body, operationId, state, sentence: outcome.sentence, theirs }) });
    // Who works here now, and what marks and decisions are now, is shown beside it.
    if (outcome.kind !== "retry") await this.refresh();
  }

  async #ask(busy: Busy, send: () => Promise<Outcome<unknown>>): Promise<boolean> {
    if (this.state.busy !== null) return false;
    this.#show({ busy, refusal: null });
    const outcome = await send();
    await this.refresh();
    this.#show({ busy: null, ...(outcome.kind === "done" ? { savedAt: this.ports.now() } : { refusal: outcome.sentence }) });
    return outcome.kind === "done";
  }

  #show(fields: Partial<AdjudicationState>): void {
    const next = { ...this.state, ...fields };
    if (fields.document === undefined && fields.waiting === undefined) this.state = next;
    else {
      const clusters = shownClusters(next.document.clusters, next.waiting);
      this.state = { ...next, clusters, drawn: drawnFrom(next.document, clusters, this.state.drawn) };
    }
    for (const listener of this.#listeners) listener();
  }
}
