import { useCallback, useState, type RefCallback, type RefObject } from "react";
import type { SpanPart } from "@/lib/annotations/span";
import type { Draft } from "./marking/draft";
import type { Refusal } from "./reader/choose";
import { MOST_PASSAGES } from "./reader/passages";
import { allPicked, pickSpan } from "./reader/pick";
import { Reader } from "./reader/reader";
import { filtered } from "./state/filter";
import type { AnnotatorSession } from "./state/session";
import { isReadOnly, type SessionState } from "./state/session-state";
import type { AnnotatorSpan } from "./types";

/** What the reader asks of the screen. */
export interface ReaderHandlers {
  /** A key was pressed among the words. True: it is dealt with. */
  readonly press: (event: KeyboardEvent) => boolean;
  /** A click opened a span. */
  readonly picked: () => void;
  /** Asks which of several overlapping spans is meant. */
  readonly listed: (spanIds: readonly string[]) => void;
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
    const made = new Reader(host, session.document.article, session.document.blocks, session.speech, session.document.assignment.blockOrdinals, {
      choosing: (more) => ({ grain: session.settings.state.granularity, beside: besideOf(session.state.draft, more) }),
      onEdge: (edge, to) => {
        const { openId } = session.state;
        if (openId === null || !session.adjustFrom(openId, edge)) return;
        const { adjusting } = session.state;
        if (adjusting !== null) session.adjust(made.edges.drag(adjusting.parts, edge, to, session.settings.state.granularity));
      },
      onEdgeDrop: (kept) => (kept ? session.keepAdjusted() : session.dropAdjusted()),
      t: session.t,
      onChoice: (choice, more) => {
        if (isReadOnly(session.state)) return;
        if (besideOf(session.state.draft, more).length > 0) {
          if (choice.kind === "words") session.extend(choice.selected);
          else if (choice.kind === "refused") session.refuseSelection(refused(choice.why, session));
          return;
        }
        session.select(choice.kind === "words" ? choice.selected : null, choice.kind === "refused" ? refused(choice.why, session) : null);
      },
      onMore: (ids) => handlersRef.current?.listed(ids),
      onClick: (ids) => {
        if (allPicked(spansOf(ids), session.state.openId)) return handlersRef.current?.listed(ids);
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

const NONE: readonly SpanPart[] = [];

function refused(why: Refusal, { t }: AnnotatorSession): string {
  return t(`marking.refused.${why}`, { n: MOST_PASSAGES });
}

/** The passages that a selection joins: none, unless it is another passage of the draft. */
function besideOf(draft: Draft | null, more: boolean): readonly SpanPart[] {
  if (draft === null) return NONE;
  return more ? draft.selected.parts : draft.beside;
}

/** The passages of the open span, where its edges can be moved. */
function edgesOf({ openId, draft, model, assignment, spanConflicts }: SessionState): readonly SpanPart[] {
  if (openId === null || draft !== null || isReadOnly({ assignment }) || spanConflicts.has(openId)) return NONE;
  return model.spans.get(openId)?.parts ?? NONE;
}

/** Keeps the reader as the session is. Returns how to stop. */
function follow(reader: Reader, session: AnnotatorSession): () => void {
  let shown: Partial<typeof session.state> = {};
  let handled: readonly SpanPart[] = NONE;
  const show = (): void => {
    const { state } = session;
    const { model, openId, litId, draft, adjusting } = state;
    const before = shown;
    shown = state;
    if (before.model?.spans !== model.spans || before.filter !== state.filter) reader.setSpans(filtered(model.spans, state.filter));
    if (before.openId !== openId || before.litId !== litId || before.model !== model || before.filter !== state.filter) reader.light({ openId, litId });
    if (before.draft?.selected !== draft?.selected || before.adjusting !== adjusting) reader.paintSelected(draft?.selected.parts ?? adjusting?.parts ?? []);
    const edged = adjusting?.parts ?? edgesOf(state);
    if (edged !== handled) reader.handles.show((handled = edged));
  };
  show();
  return session.subscribe(show);
}
