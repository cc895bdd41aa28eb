import { Plugin } from "@tiptap/pm/state";
import { spanIdsAt } from "./mark-dom";

/** What the plugin tells. */
export interface SelectionPorts {
  /** A selection is complete. `touch`: its native handles are still in use. `more`: Ctrl or ⌘ was down when it began. */
  readonly onSelect: (touch: boolean, more: boolean) => void;
  readonly onClick: (spanIds: readonly string[]) => void;
  readonly onHover: (spanIds: readonly string[]) => void;
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** After a pointer the browser sets its selection a moment later; by touch the handles move it for a while. */
const AFTER_POINTER_MS = 10;
const AFTER_TOUCH_MS = 250;
const AFTER_KEY_MS = 30;
const MOVES = /^(?:Arrow|Home|End|Page)/;

/** Says when a selection is complete: the pointer went up, Shift went up, or a touched selection came to rest. */
export function selectionPlugin(ports: SelectionPorts): Plugin {
  let pointer = "mouse";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed = false;
  let extending = false;
  let more = false;
  const complete = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => ports.onSelect(pointer !== "mouse", more), wait);
  };
  return new Plugin({
    view: (view) => {
      const up = (): void => {
        if (pressed && pointer === "mouse") complete(AFTER_POINTER_MS);
        pressed = false;
      };
      document.addEventListener("pointerup", up);
      return {
        update: (_view, before) => {
          if (before.selection.eq(view.state.selection)) return;
          if (pointer !== "mouse") complete(AFTER_TOUCH_MS);
          else if (view.state.selection.empty && !before.selection.empty) complete(0);
        },
        destroy: () => {
          clearTimeout(timer);
          document.removeEventListener("pointerup", up);
        },
      };
    },
    props: {
      handleKeyDown: (_view, event) => {
        pointer = "mouse";
        if (event.key !== "Control" && event.key !== "Meta") more = false;
        if (event.shiftKey && MOVES.test(event.key)) extending = true;
        return ports.onKey(event);
      },
      handleClick: (_view, _position, event) => {
        ports.onClick(spanIdsAt(event.target));
        return false;
      },
      handleDOMEvents: {
        pointerdown: (view, event) => {
          pointer = event.pointerType === "touch" ? "touch" : "mouse";
          pressed = true;
          more = event.ctrlKey || event.metaKey;
          // Where words are selected a press would begin to drag them, and no others could be selected from there.
          if (pointer === "mouse" && event.button === 0 && !event.shiftKey) view.dom.ownerDocument.getSelection()?.removeAllRanges();
          return false;
        },
        keyup: (_view, event) => {
          // The editor learns of the new selection a moment later.
          if (event.key === "Shift" && extending) complete(AFTER_KEY_MS);
          if (event.key === "Shift") extending = false;
          return false;
        },
        mouseover: (_view, event) => {
          ports.onHover(spanIdsAt(event.target));
          return false;
        },
        // Not mouseleave, which comes after the pointer has been told to a card.
        mouseout: (view, event) => {
          if (!(event.relatedTarget instanceof Node && view.dom.contains(event.relatedTarget))) ports.onHover([]);
          return false;
        },
        contextmenu: (_view, event) => {
          // On touch the menu would cover the words and the sheet below.
          if (pointer === "mouse") return false;
          event.preventDefault();
          return true;
        },
      },
    },
  });
}
