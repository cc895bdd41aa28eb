"use client";

import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { AnnotatorSession } from "../state/session";
import { useSession } from "../state/use-session";

/** Asks once whether submitting without spans is meant. It is a finding, and is stored as one. */
export function EmptyDialog({ session, within, onConfirm }: { session: AnnotatorSession; within: RefObject<HTMLElement | null>; onConfirm: () => void }) {
  const open = useSession(session, (state) => state.submission.step === "empty");
  const back = (): void => session.cancelSubmission();
  return (
    <Dialog
      open={open}
      onClose={back}
      docked
      within={within}
      title="Submit with no spans?"
      acts={<><Button onClick={back}>Back to the words</Button><Button look="primary" onClick={onConfirm}>Submit with no spans</Button></>}
    >
      <p className="x15">You marked nothing in this article. That is a finding, and it is kept as one.</p>
    </Dialog>
  );
}
