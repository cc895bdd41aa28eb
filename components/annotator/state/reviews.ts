import type { AnnotateDocument } from "../types";
import { type Change, isRowChange, spanIdOf } from "./model";

/** Why a span needs a look, and since which version of the codebook. */
export interface Review {
  readonly reasons: readonly string[];
  readonly versionNumber: number;
}

/** What a newer codebook asks to look at. */
export interface Reviews {
  readonly reviews: ReadonlyMap<string, Review>;
  readonly answerReviews: ReadonlySet<string>;
}

/** The open reviews of a document's spans, one for each span. */
export function reviewsOf({ reviews }: Pick<AnnotateDocument, "reviews">): ReadonlyMap<string, Review> {
  const bySpan = new Map<string, Review>();
  for (const { spanId, reason, versionNumber } of reviews) {
    const before = bySpan.get(spanId);
    bySpan.set(spanId, { reasons: distinct([...(before?.reasons ?? []), reason]), versionNumber: Math.max(versionNumber, before?.versionNumber ?? 0) });
  }
  return bySpan;
}

/** The sets whose answers for the article need a look. */
export function answerReviewsOf({ answers }: Pick<AnnotateDocument, "answers">): ReadonlySet<string> {
  return new Set(answers.filter(({ needsReview, labelIds }) => needsReview && labelIds.length > 0).map(({ setId }) => setId));
}

/** The reviews after a change was made: whatever is done to a span or an answer ends the look at it. */
export function looked(now: Reviews, change: Change): Reviews {
  if (change.kind === "answer") return now.answerReviews.has(change.setId) ? { ...now, answerReviews: new Set([...now.answerReviews].filter((id) => id !== change.setId)) } : now;
  if (isRowChange(change) || change.kind === "restore" || !now.reviews.has(spanIdOf(change))) return now;
  return { ...now, reviews: new Map([...now.reviews].filter(([id]) => id !== spanIdOf(change))) };
}

/** The reviews after the server did not take the change that had ended one. */
export function askedAgain(now: Reviews, change: Change, document: AnnotateDocument): Reviews {
  if (change.kind === "answer") return answerReviewsOf(document).has(change.setId) ? { ...now, answerReviews: new Set([...now.answerReviews, change.setId]) } : now;
  const asked = isRowChange(change) ? undefined : reviewsOf(document).get(spanIdOf(change));
  return asked === undefined || isRowChange(change) ? now : { ...now, reviews: new Map(now.reviews).set(spanIdOf(change), asked) };
}

/** What changed in the codebook, each once. */
export function whatChanged(reviews: Iterable<Review>): string[] {
  return distinct([...reviews].flatMap((review) => review.reasons));
}

function distinct(sentences: readonly string[]): string[] {
  return [...new Set(sentences)];
}
