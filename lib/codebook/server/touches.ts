import "server-only";

/**
 * Whether a change of the codebook (a `ClassifiedChange` as jsonb) touches what a span carries: its framing, one of
 * its labels, or a label that was merged into the changed one. A rule and the introduction touch every span.
 */
export const CHANGE_TOUCHES = (span: string, change: string): string =>
  `(${change} ->> 'labelId' = 'introduction' OR ${change} ->> 'labelId' LIKE 'rule:%' OR ${change} ->> 'labelId' = ${span}.framing
    OR coalesce(${change} -> 'touches', '[]') ?| array_append(${span}.label_ids::text[], ${span}.framing) OR ${change} ->> 'labelId' = ANY(${span}.label_ids::text[]))`;

/** The same for the answer to a set of labels on a whole article; one that was taken back carries nothing. */
export const CHANGE_TOUCHES_ANSWER = (setId: string, labelIds: string, change: string): string =>
  `(cardinality(${labelIds}) > 0 AND (${change} ->> 'labelId' = 'set:' || ${setId}::text OR coalesce(${change} -> 'touches', '[]') ?| ${labelIds}::text[] OR ${change} ->> 'labelId' = ANY(${labelIds}::text[])))`;
