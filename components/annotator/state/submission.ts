import { type Outcome, type Submitted, type WriteRequest } from "../api";
import type { Target } from "../types";
import type { Model } from "./model";

/** Where submitting stands. `empty`: asked once whether no spans is what is meant. */
export type Submission =
  | { readonly step: "none" }
  | { readonly step: "empty" }
  | { readonly step: "sending" }
  | { readonly step: "refused"; readonly sentence: string }
  | { readonly step: "done"; readonly nextId: string | null };

/** Focus targets that have no judgement yet, in their order. */
export function withoutJudgement(targets: readonly Target[], model: Model): Target[] {
  return targets.filter((target) => target.isFocus && !model.judgements.has(target.id));
}

/** What keeps the work from being submitted, as a sentence. */
export function missingSentence(missing: readonly Target[]): string {
  const names = missing.map((target) => target.name).join(", ");
  return `${missing.length === 1 ? "1 judgement is" : `${missing.length} judgements are`} left: ${names}.`;
}

/** Whether work can be submitted now, and if not, why. */
export type Check = { readonly kind: "clear" | "empty" } | { readonly kind: "missing"; readonly targetId: string; readonly sentence: string } | { readonly kind: "refused"; readonly sentence: string };

/** Looks at judgements first, then at conflicts, then whether anything is marked. */
export function checkSubmission(facts: { model: Model; conflicts: number }, targets: readonly Target[], confirmEmpty: boolean): Check {
  const missing = withoutJudgement(targets, facts.model);
  const [first] = missing;
  if (first !== undefined) return { kind: "missing", targetId: first.id, sentence: missingSentence(missing) };
  if (facts.conflicts > 0) return { kind: "refused", sentence: "Something changed elsewhere. Choose which one stays, then submit." };
  return { kind: facts.model.spans.size === 0 && !confirmEmpty ? "empty" : "clear" };
}

/** The one request that submits. Keeps its operation while the server is away, so that it counts once. */
export class SubmissionRequest {
  #operationId: string | null = null;

  constructor(private readonly path: string, private readonly ports: { readonly newId: () => string; readonly send: (request: WriteRequest, operationId: string) => Promise<Outcome> }) {}

  /** Submits against a version of the assignment; answers what the server said, or a sentence why it did not take it. */
  async send(version: number, confirmEmpty: boolean): Promise<Submitted | string> {
    this.#operationId ??= this.ports.newId();
    const body = { version, ...(confirmEmpty ? { confirmEmpty } : {}) };
    const outcome = await this.ports.send({ method: "POST", path: this.path, body }, this.#operationId);
    if (outcome.kind === "done") return outcome.body as Submitted;
    if (outcome.kind !== "retry") this.#operationId = null;
    // A conflict is a return or a submission elsewhere, which must be read first: own saves never make one.
    return outcome.sentence;
  }
}
