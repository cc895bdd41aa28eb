import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, type RefObject } from "react";
import { useToast } from "@/components/ui/toast";
import { focusJudgement } from "./judgement/judgement-panel";
import { type Command, isField, screenCommand, wordsCommand } from "./keys";
import { annotatePath } from "./panes/queue-pane";
import { type Acts, perform } from "./perform";
import type { Reader } from "./reader/reader";
import type { AnnotatorSession } from "./state/session";

/** Everything that keys and buttons can ask of the screen. */
export interface Commands extends Acts {
  readonly run: (command: Command) => boolean;
  /** A single key among the words, in the popover or on a card. True: it is dealt with. */
  readonly press: (event: KeyboardEvent) => boolean;
}

/** Joins keys and acts to the session. */
export function useCommands({ session, reader, root, onKeys, onSpans }: {
  session: AnnotatorSession;
  reader: Reader | null;
  root: RefObject<HTMLElement | null>;
  onKeys: () => void;
  /** Brings the pane with cards and judgement into view. */
  onSpans: () => void;
}): Commands {
  const toast = useToast();
  const router = useRouter();
  const latest = useRef({ toast, router, onKeys, onSpans });
  useEffect(() => {
    latest.current = { toast, router, onKeys, onSpans };
  });

  const commands = useMemo((): Commands => {
    const mark = (): void => {
      if (!session.mark()) return;
      reader?.collapse();
      reader?.focus();
    };
    const remove = (id: string): void => {
      const span = session.state.model.spans.get(id);
      if (span === undefined || !session.remove(id)) return;
      reader?.focus();
      latest.current.toast({ text: "Span deleted", act: { label: "Undo", onAct: () => session.putBack(span) } });
    };
    const submit = (confirmEmpty = false): void => {
      void session.submit(confirmEmpty).then((missing) => {
        if (missing !== null && root.current !== null) {
          latest.current.onSpans();
          // The drawer has to be there before something in it can take focus.
          requestAnimationFrame(() => root.current !== null && focusJudgement(root.current, missing));
        }
        const { submission } = session.state;
        if (submission.step === "done" && submission.nextId !== null) latest.current.router.push(annotatePath(session.projectId, submission.nextId));
      });
    };
    const run = (command: Command): boolean =>
      perform(command, { session, reader, root: root.current, mark, remove, submit, onKeys: () => latest.current.onKeys(), go: (id) => latest.current.router.push(annotatePath(session.projectId, id)) });
    const press = (event: KeyboardEvent): boolean => {
      const command = wordsCommand(event);
      return command !== null && run(command);
    };
    return { mark, remove, submit, run, press };
  }, [session, reader, root]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = screenCommand(event, isField(event.target));
      if (command === null || document.querySelector("dialog[open]") !== null || !commands.run(command)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the editor sees it, which would take Ctrl+Z for its own.
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [commands]);
  return commands;
}
