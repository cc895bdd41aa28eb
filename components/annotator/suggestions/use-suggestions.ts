import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Suggestion } from "@/lib/annotations/suggest";
import { textRange } from "@/lib/text/units";
import type { Reader } from "../reader/reader";
import { useSettings } from "../settings/use-settings";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { useSession } from "../state/use-session";
import { dismissPhrase, fetchSuggestions } from "./api";
import { type Dismissed, openSuggestions, stepSuggestion, suggestionSpoken } from "./suggestion-list";

/** What can be done with suggestions. */
export type SuggestionAct = "next" | "previous" | "accept" | "edit" | "dismiss";

/** The suggestions of an article, and what can be done with them. */
export interface Suggestions {
  readonly open: readonly Suggestion[];
  readonly current: Suggestion | null;
  /** False: there is nothing that this could be about, so a key keeps its own meaning. */
  readonly act: (act: SuggestionAct) => boolean;
}

/** Suggestions for a person who turned them on: read from the server, outlined in the text, and taken up or not. */
export function useSuggestions(session: AnnotatorSession, reader: Reader | null): Suggestions {
  const wanted = useSettings(session, (settings) => settings.suggestions);
  const readOnly = useSession(session, isReadOnly);
  const on = wanted && !readOnly && session.document.allowSuggestions;
  const spans = useSession(session, (state) => state.model.spans);
  const place = useMemo(() => ({ projectId: session.projectId, assignmentId: session.document.assignment.id }), [session]);
  const [items, setItems] = useState<readonly Suggestion[]>([]);
  const [dismissed, setDismissed] = useState<readonly Dismissed[]>([]);
  const [at, setAt] = useState<number | null>(null);
  const read = useCallback(() => {
    // Without an answer there are no suggestions; the work itself goes on.
    fetchSuggestions(place).then(setItems, () => setItems([]));
  }, [place]);
  useEffect(() => {
    if (on) read();
  }, [on, read]);

  const open = useMemo(() => (on ? openSuggestions(items, spans, dismissed) : []), [on, items, spans, dismissed]);
  const current = open.find((one) => one.start === at) ?? null;
  useEffect(() => {
    // The marks were drawn just before, and with them the words.
    const frame = requestAnimationFrame(() => reader?.outline(open.map((one) => textRange(one.start, one.end)), current && textRange(current.start, current.end)));
    return () => cancelAnimationFrame(frame);
  }, [reader, open, current]);

  const latest = useRef({ open, current });
  useEffect(() => {
    latest.current = { open, current };
  });
  const act = useCallback(
    (what: SuggestionAct): boolean => {
      const { open: list, current: one } = latest.current;
      if (reader === null || list.length === 0) return false;
      const show = (next: Suggestion | null, among: readonly Suggestion[], spoken = (words: string): string => words): void => {
        setAt(next?.start ?? null);
        if (next !== null) reader.goTo({ parts: [next] });
        session.speak(spoken(next === null ? session.t("suggested.noMore") : suggestionSpoken(next, among, session.naming)));
      };
      if (what === "next" || what === "previous") {
        session.select(null);
        session.open(null);
        show(stepSuggestion(list, one?.start ?? null, reader.caret, what === "next" ? 1 : -1), list);
        return true;
      }
      const selected = one && reader.wordsAt(textRange(one.start, one.end));
      if (one === null || selected === null) return false;
      if (what === "dismiss") {
        const { quote, targetId } = one;
        const rest = openSuggestions(list, new Map(), [one]);
        setDismissed((gone) => [...gone, { quote, targetId }]);
        show(stepSuggestion(rest, null, one.start, 1), rest, (next) => session.t("suggested.dismissed", { next }));
        // What cannot be sent is hidden until the article is opened again.
        dismissPhrase(place, one).then(read, () => undefined);
        return true;
      }
      session.takeUp(selected, one);
      if (what === "accept" && session.mark()) {
        const { spoken } = session.state;
        const rest = list.filter((other) => other !== one);
        session.open(null);
        show(stepSuggestion(rest, null, one.end, 1), rest, (next) => session.t("suggested.marked", { said: spoken, next }));
      }
      return true;
    },
    [session, reader, place, read],
  );
  return useMemo(() => ({ open, current, act }), [open, current, act]);
}
