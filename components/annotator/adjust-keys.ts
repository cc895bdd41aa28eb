import type { KeyPress } from "./keyboard/chord";
import type { Reader } from "./reader/reader";
import type { AnnotatorSession } from "./state/session";

const ARROWS: Readonly<Record<string, "left" | "right">> = { ArrowLeft: "left", ArrowRight: "right" };

/** A key while the edges of the open mark are moved by key. True: it is dealt with. Others keep their meaning. */
export function pressAdjusting({ key, ctrlKey, metaKey, altKey }: KeyPress, session: AnnotatorSession, reader: Reader): boolean {
  const { adjusting, openId } = session.state;
  if (adjusting === null || openId === null || ctrlKey || metaKey || altKey) return false;
  const { edge, parts, id } = adjusting;
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    const at = edge === "start" ? (parts[0]?.start ?? 0) : (parts.at(-1)?.end ?? 0) - 1;
    // As on the screen: in a line from right to left the left arrow goes on in the text.
    const way = (arrow === "right") === reader.isRtl(at) ? -1 : 1;
    session.adjust(reader.edges.step(parts, edge, way, session.settings.state.granularity));
    reader.handles.reveal(edge);
    return true;
  }
  if (key === "Enter") session.keepAdjusted();
  else if (key === "Escape") session.dropAdjusted();
  else if (key === "Tab" || key.toLowerCase() === "e") session.adjustByKey(id, edge === "start" ? "end" : "start");
  // Up and down would move the caret away from the words that are meant.
  else return key === "ArrowUp" || key === "ArrowDown";
  return true;
}
