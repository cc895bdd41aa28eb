"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { returnsApi } from "@/components/history/api";
import { ReturnDialog } from "@/components/history/return-dialog";
import { useLoaded } from "@/components/history/use-loaded";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { Annotator } from "../types";
import "@/components/history/history.css";

/** Gives one annotator's work back, as it stands now. */
export function ReturnWork({ projectId, articleId, assignmentId, annotator, onClose }: { projectId: string; articleId: string; assignmentId: string; annotator: Annotator; onClose: () => void }) {
  const t = useTranslations("history");
  const acts = useTranslations("acts");
  const read = useCallback(() => unwrap(returnsApi[":assignmentId"].history.$get({ param: { projectId, assignmentId } })), [projectId, assignmentId]);
  const { data, problem, again } = useLoaded(read);
  if (data !== null) return <ReturnDialog {...{ projectId, articleId, onClose }} work={{ assignmentId, pseudonym: data.assignment.annotator, version: data.assignment.version }} />;
  return (
    <Dialog open onClose={onClose} title={t("giveBack.title", { name: annotator.name ?? annotator.letter })} acts={<Button onClick={onClose}>{acts("close")}</Button>}>
      {problem === null ? <Skeleton label={t("loading")} /> : <Alert>{problem.detail} <Button look="quiet" size="small" onClick={again}>{t("again")}</Button></Alert>}
    </Dialog>
  );
}
