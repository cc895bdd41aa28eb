import { useCallback, useState, type RefCallback, type RefObject } from "react";
import { pickSpan } from "./reader/pick";
import { Reader } from "./reader/reader";
import { filtered } from "./state/filter";
import type { AnnotatorSession } from "./state/session";
import { isReadOnly } from "./state/session-state";
import type { AnnotatorSpan } from "./types";

/** What the reader asks of the screen. */
export interface ReaderHandlers {
  /** A key was pressed among the words. True: it is dealt with. */
  readonly press: (event: KeyboardEvent) => boolean;
  /** A click opened a span. */
  readonly picked: () => void;
}

/**
 * A reader joined to the session: spans and lights go in, selections and clicks come out.
 * @returns the reader once it is there, and the `ref` of the element that it goes into
 */
export function useReader(session: AnnotatorSession, handlersRef: RefObject<ReaderHandlers | null>): { reader: Reader | null; attach: RefCallback<HTMLElement> } {
  const [reader, setReader] = useState<Reader | null>(null);
  const attach = useCallback((host: HTMLElement | null) => {
    if (host === null) return undefined;
    const spansOf = (ids: readonly string[]): AnnotatorSpan[] => ids.flatMap((id) => session.state.model.spans.get(id) ?? []);
    const made = new Reader(host, session.document.article, session.document.blocks, session.document.assignment.blockOrdinals, {
      onChoice: (choice) => {
        if (isReadOnly(session.state)) return;
        session.select(choice.kind === "words" ? choice.selected : null, choice.kind === "refused" ? choice.sentence : null);
      },
      onClick: (ids) => {
        session.open(pickSpan(spansOf(ids), session.state.openId));
        if (session.state.openId !== null) handlersRef.current?.picked();
      },
      onHover: (ids) => session.light(pickSpan(spansOf(ids), null)),
      onKey: (event) => handlersRef.current?.press(event) ?? false,
    });
    const leave = follow(made, session);
    setReader(made);
    return () => {
      leave();
      made.destroy();
      setReader(null);
    };
  }, [session, handlersRef]);
  return { reader, attach };
}

/** Keeps the reader as the session is. Returns how to stop. */
function follow(reader: Reader, session: AnnotatorSession): () => void {
  let shown: Partial<typeof session.state> = {};
  const show = (): void => {
    const { state } = session;
    const { model, openId, litId, draft } = state;
    const before = shown;
    shown = state;
    if (before.model?.spans !== model.spans || before.filter !== state.filter) reader.setSpans(filtered(model.spans, state.filter));
    if (before.openId !== openId || before.litId !== litId || before.model !== model || before.filter !== state.filter) reader.light({ openId, litId });
    if (before.draft?.selected !== draft?.selected) reader.paintSelected(draft?.selected.part ?? null);
  };
  show();
  return session.subscribe(show);
}
