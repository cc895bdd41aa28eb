"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { HistoryDialog } from "./history-dialog";

/** Opens the history of one's own work on an article. */
export function HistoryButton({ projectId, assignmentId }: { projectId: string; assignmentId: string }) {
  const t = useTranslations("history");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" icon={<Icon of={History} size="s" />} onClick={() => setOpen(true)}>{t("act")}</Button>
      {open && <HistoryDialog projectId={projectId} assignmentId={assignmentId} title={t("own")} onClose={() => setOpen(false)} />}
    </>
  );
}
