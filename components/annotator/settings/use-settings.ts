import { useSyncExternalStore } from "react";
import type { ReaderSettings } from "@/lib/accounts/reader-settings";
import type { AnnotatorSession } from "../state/session";

/** Follows one of the reader's settings. */
export function useSettings<T>(session: AnnotatorSession, select: (settings: ReaderSettings) => T): T {
  const read = (): T => select(session.settings.state);
  return useSyncExternalStore(session.settings.subscribe, read, read);
}
