"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { codebookApi, problemOf } from "../api";

/** Asks before a draft is thrown away. The published versions stay as they are. */
export function DiscardDialog({ projectId, number, version, onClose }: { projectId: string; number: number; version: number; onClose: () => void }) {
  const router = useRouter();
  const t = useTranslations("codebookEdit.discard");
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
    <Dialog open onClose={onClose} title={t("title", { n: number })} acts={<><Button onClick={onClose}>{t("keep")}</Button><Button look="danger" busy={busy} onClick={() => void discard()}>{busy ? t("acting") : t("act")}</Button></>}>
      <p>{t("sub")}</p>
      {problem && <Alert>{problem.detail}</Alert>}
    </Dialog>
  );
}
