import { missingAnswers } from "@/lib/annotations/answers";
import type { Translator } from "@/components/words/words";
import type { CodebookContent } from "@/lib/codebook/content";
import { type Outcome, type Submitted, type WriteRequest } from "../api";
import type { Target } from "../types";
import { inTextOrder, type Model } from "./model";
import type { Review } from "./reviews";

/** Where submitting stands. `empty`: asked once whether no spans is what is meant. `stale`: the server knows of something that this screen does not. */
export type Submission =
  | { readonly step: "none" }
  | { readonly step: "empty" }
  | { readonly step: "sending" }
  | { readonly step: "refused"; readonly sentence: string; readonly stale?: boolean }
  | { readonly step: "done"; readonly nextId: string | null };

/** The place on the screen where something is still to be said. */
export type OpenPlace =
  | { readonly kind: "judgement"; readonly targetId: string }
  | { readonly kind: "answer"; readonly setId: string }
  /** A set that this span lacks an answer to, or (null) a span that needs a look. */
  | { readonly kind: "span"; readonly spanId: string; readonly setId: string | null };

/** Something that keeps the work from being submitted: the first place, and a sentence. */
export interface StillOpen {
  readonly place: OpenPlace;
  readonly sentence: string;
}

/** Whether work can be submitted now, and if not, why. */
export type Check = { readonly kind: "clear" | "empty" } | ({ readonly kind: "open" } & StillOpen) | { readonly kind: "refused"; readonly sentence: string };

/** What a submission depends on. */
export interface Facts {
  readonly model: Model;
  readonly reviews: ReadonlyMap<string, Review>;
  /** Sets whose answer for the article needs a look. */
  readonly answerReviews: ReadonlySet<string>;
  readonly conflicts: number;
}

/** Focus targets that have no judgement yet, in their order. */
export function withoutJudgement(targets: readonly Target[], model: Model): Target[] {
  return targets.filter((target) => target.isFocus && !model.judgements.has(target.id));
}

/** Everything that is still open: judgements, answers, then marks that need a look. */
export function stillOpen({ model, reviews, answerReviews }: Omit<Facts, "conflicts">, targets: readonly Target[], content: CodebookContent, t: Translator): StillOpen[] {
  const found: StillOpen[] = [];
  const [judgement, ...others] = withoutJudgement(targets, model);
  if (judgement !== undefined) found.push({ place: { kind: "judgement", targetId: judgement.id }, sentence: t("saving.judgementsLeft", { n: 1 + others.length, names: [judgement, ...others].map(({ name }) => name).join(", ") }) });
  const spans = inTextOrder(model.spans.values());
  const missing = missingAnswers(content, model.answers, spans);
  const [answer] = missing;
  if (answer !== undefined) {
    const spanId = answer.spanIds?.[0];
    const count = missing.reduce((sum, one) => sum + (one.spanIds?.length ?? 1), 0);
    found.push({ place: spanId === undefined ? { kind: "answer", setId: answer.setId } : { kind: "span", spanId, setId: answer.setId }, sentence: t("saving.answersLeft", { n: count, names: missing.map(({ name }) => name).join(", ") }) });
  }
  const looks = spans.filter((span) => reviews.has(span.id));
  const [look] = looks;
  if (look !== undefined) found.push({ place: { kind: "span", spanId: look.id, setId: null }, sentence: t("saving.needLook", { n: looks.length }) });
  const again = content.sets.filter((set) => answerReviews.has(set.id));
  const [first] = again;
  if (first !== undefined) found.push({ place: { kind: "answer", setId: first.id }, sentence: t("saving.lookAgain", { names: again.map(({ name }) => name).join(", ") }) });
  return found;
}

/** Looks at what is still open first, then at conflicts, then whether anything is marked. */
export function checkSubmission(facts: Facts, targets: readonly Target[], content: CodebookContent, confirmEmpty: boolean, t: Translator): Check {
  const open = stillOpen(facts, targets, content, t);
  const [first] = open;
  if (first !== undefined) return { kind: "open", place: first.place, sentence: open.map(({ sentence }) => sentence).join(" ") };
  if (facts.conflicts > 0) return { kind: "refused", sentence: t("saving.chooseFirst") };
  return { kind: facts.model.spans.size === 0 && !confirmEmpty ? "empty" : "clear" };
}

/** The one request that submits. Keeps its operation while the server is away, so that it counts once. */
export class SubmissionRequest {
  #operationId: string | null = null;

  constructor(private readonly path: string, private readonly ports: { readonly newId: () => string; readonly send: (request: WriteRequest, operationId: string) => Promise<Outcome> }) {}

  /** Submits against a version of the assignment; answers what the server said, or why it did not take it. */
  async send(version: number, confirmEmpty: boolean): Promise<Submitted | { readonly sentence: string; readonly stale: boolean }> {
    this.#operationId ??= this.ports.newId();
    const body = { version, ...(confirmEmpty ? { confirmEmpty } : {}) };
    const outcome = await this.ports.send({ method: "POST", path: this.path, body }, this.#operationId);
    if (outcome.kind === "done") return outcome.body as Submitted;
    if (outcome.kind !== "retry") this.#operationId = null;
    // A conflict is a return or a submission elsewhere, which must be read first: own saves never make one. And
    // whatever this screen knows to be open was looked at before: so a target, a question or a codebook is newer.
    return { sentence: outcome.sentence, stale: outcome.kind === "conflict" || (outcome.kind === "refused" && outcome.reason !== undefined) };
  }
}
