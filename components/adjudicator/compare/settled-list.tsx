"use client";

import { MarkLine } from "@/components/history/mark-line";
import type { Naming } from "../naming";
import type { SettledDraft } from "../types";

/** Marks of a decision, a line each. */
export function SettledList({ marks, naming }: { marks: readonly SettledDraft[]; naming: Naming }) {
  return (
    <ul className="settled-marks">
      {marks.map((mark) => (
        <li key={JSON.stringify([mark.parts[0]?.start, mark.targetId, mark.framing])}>
          <MarkLine mark={{ framing: mark.framing, target: naming.target(mark.targetId), quote: mark.parts.map((part) => part.quote).join(" … "), note: mark.note, speaker: mark.speaker, labels: [naming.voice(mark), naming.labels(mark.labelIds)] }} />
        </li>
      ))}
    </ul>
  );
}
