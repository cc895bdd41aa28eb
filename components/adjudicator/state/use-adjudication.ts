import { useSyncExternalStore } from "react";
import type { AdjudicationState } from "./ports";
import type { AdjudicationSession } from "./session";

/** Follows a part of a session's state. The part must be kept in the state, or be a plain value. */
export function useAdjudication<T>(session: AdjudicationSession, select: (state: AdjudicationState) => T): T {
  const read = (): T => select(session.state);
  return useSyncExternalStore(session.subscribe, read, read);
}
