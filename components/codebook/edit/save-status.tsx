"use client";

import { CircleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { StatusText } from "@/components/ui/status-text";
import type { DraftState } from "./draft-session";

const clock = (at: number): string => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** How saving stands: "Saved 14:02", "Saving…", "Offline, your changes wait", "Not saved. 2 places need a look." */
export function SaveStatus({ state, onRetry, onShow }: { state: DraftState; onRetry: () => void; onShow: (path: string) => void }) {
  if (state.save === "saving" || state.save === "waiting") return <StatusText state="saving">Saving…</StatusText>;
  if (state.save === "offline") return <span className="row"><StatusText state="offline">Offline, your changes wait</StatusText><Button size="small" onClick={onRetry}>Try again</Button></span>;
  if (state.save === "refused") {
    const [first] = state.errors;
    return (
      <span className="row">
        <span className="status bad-text" role="alert"><Icon of={CircleAlert} size="s" /> {first === undefined ? `Not saved. ${state.detail ?? ""}` : `Not saved. ${state.errors.length === 1 ? "One place needs a look." : `${state.errors.length} places need a look.`}`}</span>
        {first !== undefined && <Button size="small" onClick={() => onShow(first.path)}>Show it</Button>}
      </span>
    );
  }
  return <StatusText state="saved">{state.savedAt === null ? "All saved" : `Saved ${clock(state.savedAt)}`}</StatusText>;
}
