import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, type RefObject } from "react";
import { useToast } from "@/components/ui/toast";
import { focusAnswer, focusJudgement } from "./judgement/article-panel";
import { type Command, isField } from "./keys";
import { annotatePath, feedbackPath } from "./panes/queue-pane";
import { pressAdjusting } from "./adjust-keys";
import { type Acts, perform } from "./perform";
import type { Reader } from "./reader/reader";
import { cardId } from "./reader/mark-plugin";
import type { AnnotatorSession } from "./state/session";
import type { OpenPlace } from "./state/submission";
import type { Suggestions } from "./suggestions/use-suggestions";

/** Everything that keys and buttons can ask of the screen. */
export interface Commands extends Acts {
  /** Opens a span, its words and its card in view. */
  readonly show: (spanId: string) => void;
  /** Goes from a card to the words of its span; Esc leads back. */
  readonly toText: (spanId: string) => void;
  /** The article was skipped: goes on to the next, if there is one. */
  readonly skipped: (nextId: string | null) => void;
  readonly run: (command: Command) => boolean;
  /** A single key among the words, in the popover or on a card. True: it is dealt with. */
  readonly press: (event: KeyboardEvent) => boolean;
}

/** Joins keys and acts to the session. */
export function useCommands({ session, reader, root, onKeys, onFind, onSkip, onFlag, onUnder, onText, onSpans, suggest }: {
  session: AnnotatorSession;
  reader: Reader | null;
  root: RefObject<HTMLElement | null>;
  onKeys: () => void;
  onFind: (words: string) => void;
  onSkip: () => void;
  onFlag: () => void;
  /** Takes away what lies over the text. */
  onText: () => void;
  onUnder: (spanIds: readonly string[]) => void;
  /** Brings the pane with cards and judgement into view. */
  onSpans: () => void;
  suggest: Suggestions["act"];
}): Commands {
  const toast = useToast();
  const router = useRouter();
  const latest = useRef({ toast, router, onKeys, onFind, onSkip, onFlag, onUnder, onText, onSpans, suggest });
  useEffect(() => {
    latest.current = { toast, router, onKeys, onFind, onSkip, onFlag, onUnder, onText, onSpans, suggest };
  });

  const from = useRef<string | null>(null);
  const commands = useMemo((): Commands => {
    const marked = (done: boolean): void => {
      if (!done) return;
      reader?.collapse();
      reader?.focus();
    };
    const mark = (): void => marked(session.mark());
    const repeat = (): void => marked(session.repeat());
    const remove = (id: string): void => {
      const span = session.state.model.spans.get(id);
      const neighbourId = cardBeside(root.current, id);
      if (span === undefined || !session.remove(id)) return;
      // From a list one goes on in the list; else focus goes back to the words.
      if (neighbourId === null) reader?.focus();
      else requestAnimationFrame(() => (root.current?.querySelector<HTMLElement>(`#${CSS.escape(neighbourId)} .face`) ?? root.current?.querySelector<HTMLElement>(".right .pane-h button"))?.focus());
      latest.current.toast({ text: session.t("marking.spoken.deleted"), act: { label: session.t("cards.undo"), onAct: () => session.putBack(span) } });
    };
    const show = (spanId: string): void => {
      const span = session.state.model.spans.get(spanId);
      if (span === undefined) return;
      session.select(null);
      session.open(spanId);
      reader?.goTo(span);
      latest.current.onSpans();
      // The card has to be drawn, and the drawer to be there, before something in it can take focus.
      requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`#${CSS.escape(cardId(spanId))} .face`)?.focus());
    };
    const toText = (spanId: string): void => {
      const span = session.state.model.spans.get(spanId);
      if (span === undefined) return;
      session.open(spanId);
      from.current = spanId;
      latest.current.onText();
      // A layer that closes gives focus back first.
      requestAnimationFrame(() => {
        reader?.goTo(span);
        reader?.focus();
        session.say(span);
      });
    };
    const back = (): boolean => {
      const id = from.current;
      from.current = null;
      if (id === null || id !== session.state.openId || document.activeElement?.closest(".reader") == null) return false;
      show(id);
      return true;
    };
    const lead = (place: OpenPlace): void => {
      if (place.kind === "span") show(place.spanId);
      else latest.current.onSpans();
      if (place.kind !== "span") session.foldWhole(false);
      requestAnimationFrame(() => {
        const screen = root.current;
        if (screen === null) return;
        if (place.kind === "judgement") focusJudgement(screen, place.targetId);
        else if (place.setId !== null) focusAnswer(screen, place.kind === "answer" ? ".judge" : ".span.open", place.setId);
      });
    };
    const submit = (confirmEmpty = false): void => {
      void session.submit(confirmEmpty).then((open) => {
        if (open !== null) lead(open);
        const { submission } = session.state;
        if (submission.step !== "done") return;
        // After practice one wants to know what the key says.
        if (session.document.assignment.phase === "practice") latest.current.router.push(feedbackPath(session.projectId, session.document.assignment.id));
        else if (submission.nextId !== null) latest.current.router.push(annotatePath(session.projectId, submission.nextId));
      });
    };
    const skipped = (nextId: string | null): void => {
      latest.current.toast({ text: session.t(nextId === null ? "annotate.skip.doneLast" : "annotate.skip.done") });
      if (nextId !== null) latest.current.router.push(annotatePath(session.projectId, nextId));
    };
    const run = (command: Command): boolean =>
      perform(command, { session, reader, root: root.current, mark, repeat, back, remove, submit, suggest: (act) => latest.current.suggest(act), onKeys: () => latest.current.onKeys(), onFind: (words) => latest.current.onFind(words), onSkip: () => latest.current.onSkip(), onFlag: () => latest.current.onFlag(), onUnder: (ids) => latest.current.onUnder(ids), go: (id) => latest.current.router.push(annotatePath(session.projectId, id)) });
    const press = (event: KeyboardEvent): boolean => {
      if (reader !== null && pressAdjusting(event, session, reader)) return true;
      const command = session.keyMap.command(event, "words");
      if (command !== null && run(command)) return true;
      return !event.ctrlKey && !event.metaKey && !event.altKey && session.pressLabel(event.key);
    };
    return { mark, repeat, back, toText, remove, submit, skipped, show, run, press };
  }, [session, reader, root]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = session.keyMap.command(event, isField(event.target) ? "field" : "screen");
      if (command === null || document.querySelector("dialog[open]") !== null || !commands.run(command)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the editor sees it, which would take Ctrl+Z for its own.
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [commands, session]);
  return commands;
}

/** The id of the card behind the one that has focus in a list, or before it, or a name that no card has when it is the only one; null outside a list. */
function cardBeside(root: HTMLElement | null, spanId: string): string | null {
  const card = root?.querySelector(`#${CSS.escape(cardId(spanId))}`);
  const list = card?.closest(".cards.listed");
  if (card == null || list == null || !card.contains(document.activeElement)) return null;
  const cards = [...list.querySelectorAll<HTMLElement>("[role=comment]:not([hidden])")];
  const at = cards.findIndex((one) => one === card);
  return (cards[at + 1] ?? cards[at - 1])?.id ?? "none";
}
