/** How the queue is sorted: where annotators agree least first, or what waits longest. */
export const SORTS = ["disagreement", "age"] as const;
/** Which articles of the queue are asked for. */
export const QUEUE_STATES = ["open", "settled", "reopened", "all"] as const;
/** What of the queue is asked for. `target`, `label` and `state` are those of undecided clusters; `pair`: two members who read one of them and do not agree. */
export type QueueWish = {
  sort: (typeof SORTS)[number];
  status: (typeof QUEUE_STATES)[number];
  target?: string | undefined;
  pair?: readonly [string, string] | undefined;
  label?: string | undefined;
  state?: string | undefined;
  gap: boolean;
  /** Articles that the actor claimed, or in whose discussions they were named and have not looked. */
  mine: boolean;
  cursor?: string | undefined;
};
