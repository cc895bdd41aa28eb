"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Discussion } from "@/components/discussion/discussion";
import { Button } from "@/components/ui/button";
import { Alert } from "@/components/ui/alert";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { returnsApi } from "./api";
import { HistoryEvents } from "./history-events";
import { useLoaded } from "./use-loaded";

/** What happened to one assignment, from the day it was given. */
export function HistoryDialog({ projectId, assignmentId, title, onClose }: { projectId: string; assignmentId: string; title: string; onClose: () => void }) {
  const t = useTranslations("history");
  const acts = useTranslations("acts");
  const read = useCallback(() => unwrap(returnsApi[":assignmentId"].history.$get({ param: { projectId, assignmentId } })), [projectId, assignmentId]);
  const history = useLoaded(read);
  return (
    <Dialog open wide onClose={onClose} title={title} acts={<Button onClick={onClose}>{acts("close")}</Button>}>
      {history.problem && <Alert>{history.problem.detail} <Button look="quiet" size="small" onClick={history.again}>{t("again")}</Button></Alert>}
      {!history.problem && history.data === null && <Skeleton label={t("loading")} />}
      {history.data !== null && <HistoryEvents events={history.data.events} />}
      {history.data !== null && <Discussion {...{ projectId, assignmentId }} />}
    </Dialog>
  );
}
