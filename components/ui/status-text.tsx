import { Check, CloudOff, GitCompare, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

const SHAPES = { saved: Check, saving: RefreshCw, offline: CloudOff, changed: GitCompare } as const;

/** How saving stands. */
export type SaveState = keyof typeof SHAPES;

/** "Saved 14:02", "Saving…", "Offline, 3 changes wait", "Changed elsewhere. Look": icon and words, spoken politely. */
export function StatusText({ state, children }: { state: SaveState; children: ReactNode }) {
  return <span className="status" role="status"><Icon of={SHAPES[state]} size="s" /> <span>{children}</span></span>;
}
