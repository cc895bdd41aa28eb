import { Check, CloudOff, GitCompare, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

const SHAPES = { saved: Check, saving: RefreshCw, offline: CloudOff, changed: GitCompare } as const;

/** How saving stands. */
export type SaveState = keyof typeof SHAPES;

/** "Saved 14:02", "Saving…", "Offline, 3 changes wait", "Changed elsewhere. Look": icon and words, spoken politely. `spoken` says something else to the ear, as where the words change faster than one can listen. */
export function StatusText({ state, spoken, children }: { state: SaveState; spoken?: string | undefined; children: ReactNode }) {
  const seen = <><Icon of={SHAPES[state]} size="s" /> <span>{children}</span></>;
  if (spoken === undefined) return <span className="status" role="status">{seen}</span>;
  return <><span className="status">{seen}</span><span className="vh" role="status">{spoken}</span></>;
}
