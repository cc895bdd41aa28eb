"use client";

import { hc } from "hono/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { API, ApiProblem, clientOptions, unwrap } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { batches } from "@/lib/api/batches";

const api = hc<typeof batches>(API, clientOptions).projects[":projectId"].assignments;

/** Why there is no next article, in words. */
const REASONS = {
  nothing_left: "There is nothing left in the pool for you.",
  practice_first: "Finish practice first; then the pool opens for you.",
  no_pool: "There is no pool that is open to you.",
} as const;

/** Takes the next article from the pool and opens it. */
export function TakeButton({ projectId, primary }: { projectId: string; primary: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const { assignmentId, reason } = await unwrap(api.take.$post({ param: { projectId }, json: {} }));
      if (assignmentId) return router.push(`/p/${projectId}/annotate/${assignmentId}`);
      toast({ text: REASONS[reason ?? "nothing_left"] });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast({ text: error.problem.detail });
    }
    setBusy(false);
  };
  return <Button look={primary ? "primary" : "plain"} busy={busy} onClick={() => void take()}>{busy ? "Taking…" : "Take the next article"}</Button>;
}
