"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { codebookApi, problemOf } from "../api";

/** Nothing is being written: offers to start from the version in use. */
export function NoDraft({ projectId, number }: { projectId: string; number: number }) {
  const router = useRouter();
  const t = useTranslations("codebookEdit.none");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const start = async () => {
    setBusy(true);
    try {
      await unwrap(codebookApi.draft.$post({ param: { projectId }, json: {} }));
      router.refresh();
    } catch (error) {
      const refused = problemOf(error);
      // Somebody else just started one: go on with theirs.
      if (refused.code === "conflict") router.refresh();
      else setProblem(refused);
      setBusy(false);
    }
  };
  return (
    <div className="page">
      {problem && <Alert>{problem.detail}</Alert>}
      <EmptyState
        size="page" level={1} what={t("what")}
        why={t("why", { n: number })}
        action={<span className="wrap"><Button look="primary" size="large" busy={busy} onClick={() => void start()}>{busy ? t("starting") : t("start", { n: number })}</Button><Button look="quiet" href={`/p/${projectId}/codebook`}>{t("back")}</Button></span>}
      />
    </div>
  );
}
