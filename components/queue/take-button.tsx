"use client";

import { hc } from "hono/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { API, ApiProblem, clientOptions, unwrap } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { batches } from "@/lib/api/batches";

const api = hc<typeof batches>(API, clientOptions).projects[":projectId"].assignments;

/** Takes the next article from the pool and opens it. */
export function TakeButton({ projectId, primary }: { projectId: string; primary: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("queue.pool");
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const { assignmentId, reason } = await unwrap(api.take.$post({ param: { projectId }, json: {} }));
      if (assignmentId) return router.push(`/p/${projectId}/annotate/${assignmentId}`);
      toast({ text: t(`reasons.${reason ?? "nothing_left"}`) });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast({ text: error.problem.detail });
    }
    setBusy(false);
  };
  return <Button look={primary ? "primary" : "plain"} busy={busy} onClick={() => void take()}>{busy ? t("taking") : t("take")}</Button>;
}
