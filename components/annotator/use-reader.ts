import { useEffect, useState, type RefObject } from "react";
import { pickSpan } from "./reader/pick";
import { Reader } from "./reader/reader";
import type { AnnotatorSession } from "./state/session";
import { isReadOnly } from "./state/session-state";
import type { AnnotatorSpan } from "./types";

/** Puts the reader into an element and joins it to the session: spans and lights go in, selections and clicks come out. `onPick`: a click opened a span. */
export function useReader(host: RefObject<HTMLElement | null>, session: AnnotatorSession, onKey: RefObject<(event: KeyboardEvent) => boolean>, onPick: RefObject<() => void>): Reader | null {
  const [reader, setReader] = useState<Reader | null>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    const spansOf = (ids: readonly string[]): AnnotatorSpan[] => ids.flatMap((id) => session.state.model.spans.get(id) ?? []);
    const made = new Reader(host.current, session.document.article, session.document.blocks, {
      onChoice: (choice) => {
        if (isReadOnly(session.state)) return;
        session.select(choice.kind === "words" ? choice.selected : null, choice.kind === "refused" ? choice.sentence : null);
      },
      onClick: (ids) => {
        session.open(pickSpan(spansOf(ids), session.state.openId));
        if (session.state.openId !== null) onPick.current();
      },
      onHover: (ids) => session.light(pickSpan(spansOf(ids), null)),
      onKey: (event) => onKey.current(event),
    });
    const leave = follow(made, session);
    setReader(made);
    return () => {
      leave();
      made.destroy();
      setReader(null);
    };
  }, [host, session, onKey, onPick]);
  return reader;
}

/** Keeps the reader as the session is. Returns how to stop. */
function follow(reader: Reader, session: AnnotatorSession): () => void {
  let shown: Partial<typeof session.state> = {};
  const show = (): void => {
    const { state } = session;
    const { model, openId, litId, draft } = state;
    const before = shown;
    shown = state;
    if (before.model?.spans !== model.spans) reader.setSpans(model.spans);
    if (before.openId !== openId || before.litId !== litId || before.model !== model) reader.light({ openId, litId });
    if (before.draft?.selected !== draft?.selected) reader.paintSelected(draft?.selected.part ?? null);
  };
  show();
  return session.subscribe(show);
}
