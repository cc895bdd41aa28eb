"use client";

import { History, UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { HistoryDialog } from "@/components/history/history-dialog";
import { ReturnDialog } from "@/components/history/return-dialog";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import type { Phase } from "@/lib/assignments/plan/strategy";
import { assignmentsApi } from "./api";
import { AssignDialog, type Assignable } from "./assign-dialog";
import { AssignmentDialog } from "./assignment-dialog";
import { OwnState } from "./progress-dots";
import "@/components/history/history.css";

/** Somebody who has the article. */
export type AssignedMember = { assignmentId: string; memberId: string; pseudonym: string; state: string; phase: string; round: number; dueOn: string | null; locked: boolean; version: number };

/** Who has the article and how far they are; coordinators can give and take it, reviewers too can return it. `returner`: who may, and not their own. */
export function AssignedPanel({ projectId, articleId, assigned, changedLate, members, mayAssign, returner, archived }: { projectId: string; articleId: string; assigned: readonly AssignedMember[]; changedLate: number; members: readonly Assignable[]; mayAssign: boolean; returner: string | null; archived: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("articles.assigned");
  const [acts, phases] = [useTranslations("articles"), useTranslations("names.phasesInside")];
  const [open, setOpen] = useState(false);
  const [changing, setChanging] = useState<AssignedMember | null>(null);
  const [reading, setReading] = useState<AssignedMember | null>(null);
  const [returning, setReturning] = useState<AssignedMember | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // What is out of the ordinary about an assignment.
  const remark = ({ phase, round, dueOn, locked }: AssignedMember): string =>
    [phase === "main" ? "" : phases(phase as Phase), round > 1 ? t("round", { n: round }) : "", dueOn ? t("due", { day: dueOn }) : "", locked ? t("locked") : ""].filter((word) => word !== "").join(", ");
  const standing = assigned.filter((item) => item.state !== "withdrawn");

  const give = async (memberId: string) => {
    try {
      await unwrap(assignmentsApi.projects[":projectId"].assignments.$post({ param: { projectId }, json: { articleIds: [articleId], memberIds: [memberId] } }));
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    }
  };
  const withdrawn = ({ memberId, pseudonym, round }: AssignedMember) => {
    setChanging(null);
    toast({ text: t("withdrawn", { name: pseudonym }), ...(round === 1 ? { act: { label: t("undo"), onAct: () => void give(memberId) } } : {}) });
  };

  return (
    <section className="sect">
      <div className="sect-h"><h2>{t("title")}</h2>{mayAssign && !archived && <span className="push"><Button size="small" icon={<Icon of={UserPlus} size="s" />} onClick={() => setOpen(true)}>{acts("assign")}</Button></span>}</div>
      {problem && <Alert>{problem}</Alert>}
      {standing.length === 0 ? <p className="muted">{t("nobody")}</p> : (
        <ul className="people">
          {standing.map((item) => (
            <li key={item.assignmentId}>
              <span className="cut"><span dir="auto">{item.pseudonym}</span>{remark(item) !== "" && <span className="hint"> {remark(item)}</span>}</span><OwnState state={item.state} />
              <span className="acts">
                {returner !== null && <Button look="quiet" size="small" icon={<Icon of={History} size="s" />} label={t("history", { name: item.pseudonym })} onClick={() => setReading(item)} />}
                {returner !== null && item.state === "submitted" && item.memberId !== returner && !archived && <Button look="quiet" size="small" label={t("returnTo", { name: item.pseudonym })} onClick={() => setReturning(item)}>{t("return")}</Button>}
                {mayAssign && <Button look="quiet" size="small" label={t("changeOf", { name: item.pseudonym })} onClick={() => setChanging(item)}>{t("change")}</Button>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {changedLate > 0 && <p className="x12">{t("late", { n: changedLate })}</p>}
      {reading && <HistoryDialog projectId={projectId} assignmentId={reading.assignmentId} title={t("history", { name: reading.pseudonym })} onClose={() => setReading(null)} />}
      {returning && <ReturnDialog projectId={projectId} articleId={articleId} work={returning} onClose={() => setReturning(null)} />}
      {open && <AssignDialog open onClose={() => setOpen(false)} projectId={projectId} articleIds={[articleId]} members={members} />}
      {changing && <AssignmentDialog projectId={projectId} assignment={changing} others={members.filter((member) => !standing.some((item) => item.memberId === member.id))} onClose={() => setChanging(null)} onWithdrawn={() => withdrawn(changing)} />}
    </section>
  );
}
