"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl/react";
import { useLoaded } from "@/components/history/use-loaded";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { fetchDecisions } from "../api";
import { DecidedBox } from "../compare/decided-box";
import type { Naming } from "../naming";
import type { Decision } from "../types";

/** Everything that was decided about an article, the newest first. What stands can be opened again. */
export function DecisionHistory({ projectId, articleId, naming, onReopen, onClose }: { projectId: string; articleId: string; naming: Naming; onReopen: (decisionId: string) => void; onClose: () => void }) {
  const t = useTranslations("adjudicate.history");
  const acts = useTranslations("acts");
  const read = useCallback(() => fetchDecisions(projectId, articleId), [projectId, articleId]);
  const { data, problem, again } = useLoaded(read);
  return (
    <Dialog open wide onClose={onClose} title={t("title")} acts={<Button onClick={onClose}>{acts("close")}</Button>}>
      {problem !== null && <Alert>{problem.detail} <Button look="quiet" size="small" onClick={again}>{t("again")}</Button></Alert>}
      {problem === null && data === null && <Skeleton label={t("loading")} />}
      {data?.length === 0 && <p className="muted">{t("none")}</p>}
      {data !== null && data.length > 0 && (
        <ol className="history-list">
          {data.map((decision) => (
            <li key={decision.id} data-replaced={decision.replacedBy === null ? undefined : ""}>
              <div className="row"><span className="x11 num">{decision.number}</span><About decision={decision} naming={naming} />{decision.replacedBy !== null && <span className="tag">{t("replaced")}</span>}</div>
              <DecidedBox decision={decision} changed={false} naming={naming} onReopen={decision.replacedBy !== null || decision.outcome === "reopened" ? null : () => onReopen(decision.id)} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}

/** What a decision is about. */
function About({ decision, naming }: { decision: Decision; naming: Naming }) {
  const t = useTranslations("adjudicate.subjects");
  const { subject, targetId, setId } = decision;
  if (subject === "judgement") return <span dir="auto">{t("judgement", { name: naming.target(targetId ?? "") })}</span>;
  if (subject === "answer") return <span dir="auto">{t("answer", { name: naming.codebook.articleSets.find(({ id }) => id === setId)?.name ?? "" })}</span>;
  return subject === "article" ? <span>{t("article")}</span> : <span>{t("cluster")}</span>;
}
