import { useSyncExternalStore } from "react";
import type { AnnotatorSession } from "./session";
import type { SessionState } from "./session-state";

/** A part of the session's state; the component renders again when that part is another. `select` must not build new objects. */
export function useSession<T>(session: AnnotatorSession, select: (state: SessionState) => T): T {
  const read = (): T => select(session.state);
  return useSyncExternalStore(session.subscribe, read, read);
}
