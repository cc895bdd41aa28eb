import { useMemo, useState } from "react";
import type { Reader } from "../reader/reader";
import type { AnnotatorSession } from "../state/session";

/** The list of overlapping spans: what it shows, and what can be done with it. */
export interface Overlaps {
  /** Null while it is closed. */
  readonly ids: readonly string[] | null;
  /** Shows spans to choose from; a single one is opened, and of none it says so. */
  readonly list: (spanIds: readonly string[]) => void;
  readonly open: (spanId: string) => void;
  /** `back`: focus goes back to the words. */
  readonly close: (back: boolean) => void;
}

/** @param onSpans brings the pane with the cards into view */
export function useOverlaps(session: AnnotatorSession, reader: Reader | null, onSpans: () => void): Overlaps {
  const [ids, setIds] = useState<readonly string[] | null>(null);
  return useMemo(() => {
    const open = (id: string): void => {
      setIds(null);
      session.select(null);
      session.open(id);
      const span = session.state.model.spans.get(id);
      if (span !== undefined) session.say(span);
      reader?.focus();
      onSpans();
    };
    const list = (spanIds: readonly string[]): void => {
      const there = spanIds.filter((id) => session.state.model.spans.has(id));
      const [only] = there;
      if (only === undefined) session.tell(session.t("marking.here.none"));
      else if (there.length === 1) open(only);
      else setIds(there);
    };
    const close = (back: boolean): void => {
      setIds(null);
      if (back) reader?.focus();
    };
    return { ids, list, open, close };
  }, [session, reader, onSpans, ids]);
}
