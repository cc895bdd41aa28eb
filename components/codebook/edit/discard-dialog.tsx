"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { codebookApi, problemOf } from "../api";

/** Asks before a draft is thrown away. The published versions stay as they are. */
export function DiscardDialog({ projectId, number, version, onClose }: { projectId: string; number: number; version: number; onClose: () => void }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const discard = async () => {
    setBusy(true);
    try {
      await unwrap(codebookApi.draft.$delete({ param: { projectId }, json: { version } }));
      router.push(`/p/${projectId}/codebook`);
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={`Throw the draft of version ${number} away`} acts={<><Button onClick={onClose}>Keep it</Button><Button look="danger" busy={busy} onClick={() => void discard()}>{busy ? "Throwing away…" : "Throw it away…"}</Button></>}>
      <p>Everything that you and others wrote in this draft goes. What is published stays as it is.</p>
      {problem && <Alert>{problem.detail}</Alert>}
    </Dialog>
  );
}
