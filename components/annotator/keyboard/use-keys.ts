import { useSyncExternalStore } from "react";
import type { AnnotatorSession } from "../state/session";
import type { KeyMap } from "./key-map";

/** Follows which key does what, as the person's settings have it. */
export function useKeys(session: AnnotatorSession): KeyMap {
  const read = (): KeyMap => session.keyMap;
  return useSyncExternalStore(session.settings.subscribe, read, read);
}
