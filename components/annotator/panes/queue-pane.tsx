"use client";

import { BookOpen, Check, ChevronDown, ChevronUp, Circle, List, PanelLeftClose, PanelLeftOpen, Pencil, SkipForward, Undo2, X } from "lucide-react";
import Link from "next/link";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import type { AssignmentState, QueueData } from "../types";

const SHAPES: Readonly<Record<AssignmentState | "skipped", typeof Check>> = { assigned: Circle, in_progress: Pencil, submitted: Check, returned: Undo2, skipped: SkipForward };

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
  const t = useTranslations("annotate.list");
  const panes = useTranslations("annotate.panes");
  const current = queue.items.findIndex((item) => item.assignmentId === assignmentId);
  return (
    <aside className="pane left" aria-label={panes("queue")}>
      <div className="pane-h">
        <h2>{t("title")}</h2> <span className="x11 num">{t("toDo", { n: queue.total - queue.submitted })}</span>
        <span className="push row tight">
          <Button look="quiet" size="small" icon={<Icon of={folded ? ChevronDown : ChevronUp} />} label={t(folded ? "show" : "fold")} aria-expanded={!folded} onClick={() => onFold(!folded)} />
          <Button look="quiet" size="small" icon={<Icon of={drawn ? X : PanelLeftClose} />} label={t(drawn ? "close" : "collapse")} onClick={onClose} />
        </span>
      </div>
      {!folded && (
        <nav className="queue" aria-label={t("title")}>
          {queue.items.map((item, i) => {
            const here = item.assignmentId === assignmentId;
            const state = item.skipped ? "skipped" : here && item.state === "assigned" ? "in_progress" : item.state;
            return (
              <Link key={item.assignmentId} href={annotatePath(projectId, item.assignmentId)} {...(here ? { "aria-current": "page" as const } : {})}>
                <Icon of={SHAPES[state]} size="s" label={t(`states.${state}`)} />
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
  const t = useTranslations("annotate.list");
  return (
    <aside className="pane rail" aria-label={t("folded")}>
      <Button look="quiet" icon={<Icon of={List} />} label={t("title")} onClick={onOpen} />
      <Button look="quiet" icon={<Icon of={BookOpen} />} label={t("guidelines")} onClick={onOpen} />
      <Button look="quiet" icon={<Icon of={PanelLeftOpen} />} label={t("open")} onClick={onOpen} />
      <span className="num">{queue.position}</span><span className="faint">{t("of", { n: queue.total })}</span>
    </aside>
  );
}
