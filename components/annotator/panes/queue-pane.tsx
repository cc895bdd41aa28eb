"use client";

import { BookOpen, Check, ChevronDown, ChevronUp, Circle, List, PanelLeftClose, PanelLeftOpen, Pencil, SkipForward, Undo2, X } from "lucide-react";
import Link from "next/link";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ReactNode } from "react";
import type { AssignmentState, QueueData } from "../types";

const STATES: Readonly<Record<AssignmentState, { icon: typeof Check; words: string }>> = {
  assigned: { icon: Circle, words: "To do" },
  in_progress: { icon: Pencil, words: "In progress" },
  submitted: { icon: Check, words: "Submitted" },
  returned: { icon: Undo2, words: "Returned" },
};
const SKIPPED = { icon: SkipForward, words: "Skipped" };

/** The address of an assignment's annotate screen. */
export function annotatePath(projectId: string, assignmentId: string): string {
  return `/p/${projectId}/annotate/${assignmentId}`;
}

/** The address of what the key says of submitted practice. */
export const feedbackPath = (projectId: string, assignmentId: string): string => `${annotatePath(projectId, assignmentId)}/feedback`;

/** The left pane: what is to do, and the definitions; each folds away to leave the room to the other. */
export function QueuePane({ projectId, assignmentId, queue, guide, drawn, folded, onFold, onClose }: {
  projectId: string;
  assignmentId: string;
  queue: QueueData;
  /** The guidelines below the queue. */
  guide: ReactNode;
  /** It lies over the text. */
  drawn: boolean;
  /** Only the heading of the queue shows. */
  folded: boolean;
  onFold: (folded: boolean) => void;
  /** Folds the whole pane, or closes the layer. */
  onClose: () => void;
}) {
  const current = queue.items.findIndex((item) => item.assignmentId === assignmentId);
  return (
    <aside className="pane left" aria-label="Queue and guidelines">
      <div className="pane-h">
        <h2>Queue</h2> <span className="x11 num">{queue.total - queue.submitted} to do</span>
        <span className="push row tight">
          <Button look="quiet" size="small" icon={<Icon of={folded ? ChevronDown : ChevronUp} />} label={folded ? "Show the queue" : "Fold the queue"} aria-expanded={!folded} onClick={() => onFold(!folded)} />
          <Button look="quiet" size="small" icon={<Icon of={drawn ? X : PanelLeftClose} />} label={drawn ? "Close pane" : "Collapse pane"} onClick={onClose} />
        </span>
      </div>
      {!folded && (
        <nav className="queue" aria-label="Queue">
          {queue.items.map((item, i) => {
            const { icon, words } = item.skipped ? SKIPPED : STATES[item.state];
            const here = item.assignmentId === assignmentId;
            return (
              <Link key={item.assignmentId} href={annotatePath(projectId, item.assignmentId)} {...(here ? { "aria-current": "page" as const } : {})}>
                <Icon of={here && item.state === "assigned" && !item.skipped ? Pencil : icon} size="s" label={here && item.state === "assigned" && !item.skipped ? "In progress" : words} />
                <span className="num">{item.number ?? (current < 0 ? i + 1 : queue.position - current + i)}</span>
                <span className="cut" dir="auto"><Masked text={item.title} /></span>
              </Link>
            );
          })}
        </nav>
      )}
      {guide}
    </aside>
  );
}

/** The left pane folded to a rail. */
export function QueueRail({ queue, onOpen }: { queue: QueueData; onOpen: () => void }) {
  return (
    <aside className="pane rail" aria-label="Queue and guidelines, folded">
      <Button look="quiet" icon={<Icon of={List} />} label="Queue" onClick={onOpen} />
      <Button look="quiet" icon={<Icon of={BookOpen} />} label="Guidelines" onClick={onOpen} />
      <Button look="quiet" icon={<Icon of={PanelLeftOpen} />} label="Open pane" onClick={onOpen} />
      <span className="num">{queue.position}</span><span className="faint">of {queue.total}</span>
    </aside>
  );
}
