import { useEffect, useRef } from "react";
import { isField } from "@/components/annotator/keys";
import type { AdjudicateCommand, AdjudicateKeys } from "./keyboard/adjudicate-keys";

/** Listens for the keys of the screen, wherever focus is, but for dialogs and menus. `perform` says whether it took the command. */
export function useKeyboard(keys: AdjudicateKeys, perform: (command: AdjudicateCommand) => boolean): void {
  const latest = useRef({ keys, perform });
  useEffect(() => {
    latest.current = { keys, perform };
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const within = event.target instanceof Element && event.target.closest("dialog, [role=menu], [role=dialog]") !== null;
      if (event.defaultPrevented || within) return;
      const command = latest.current.keys.command(event, isField(event.target));
      if (command !== null && latest.current.perform(command)) event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
