"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import { assignmentsApi } from "./api";
import { AssignDialog, type Assignable } from "./assign-dialog";
import { OwnState } from "./progress-dots";

/** Somebody who has the article. */
export type AssignedMember = { assignmentId: string; memberId: string; pseudonym: string; state: string };

/** Who has the article and how far they are; coordinators can give and take it. */
export function AssignedPanel({ projectId, articleId, assigned, changedLate, members, mayAssign, archived }: { projectId: string; articleId: string; assigned: readonly AssignedMember[]; changedLate: number; members: readonly Assignable[]; mayAssign: boolean; archived: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const standing = assigned.filter((item) => item.state !== "withdrawn");

  const send = async (memberId: string, take: boolean) => {
    setProblem(null);
    const request = { param: { projectId }, json: { articleIds: [articleId], memberIds: [memberId] } };
    const { assignments } = assignmentsApi.projects[":projectId"];
    try {
      if (take) await unwrap(assignments.$delete(request));
      else await unwrap(assignments.$post(request));
      router.refresh();
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
      return false;
    }
  };
  const withdraw = async ({ memberId, pseudonym }: AssignedMember) => {
    if (await send(memberId, true)) toast({ text: `Withdrawn from ${pseudonym}. Any marks are kept.`, act: { label: "Undo", onAct: () => void send(memberId, false) } });
  };

  return (
    <section className="sect">
      <div className="sect-h"><h2>Who has it</h2>{mayAssign && !archived && <span className="push"><Button size="small" icon={<Icon of={UserPlus} size="s" />} onClick={() => setOpen(true)}>Assign</Button></span>}</div>
      {problem && <Alert>{problem}</Alert>}
      {standing.length === 0 ? <p className="muted">Nobody yet.</p> : (
        <ul className="people">
          {standing.map((item) => (
            <li key={item.assignmentId}>
              <span className="cut" dir="auto">{item.pseudonym}</span><OwnState state={item.state} />
              {mayAssign && <Button look="quiet" size="small" label={`Withdraw from ${item.pseudonym}`} onClick={() => void withdraw(item)}>Withdraw</Button>}
            </li>
          ))}
        </ul>
      )}
      {changedLate > 0 && <p className="x12">{`${changedLate === 1 ? "1 label was" : `${changedLate} labels were`} changed after the source or others’ marks were shown.`}</p>}
      {open && <AssignDialog open onClose={() => setOpen(false)} projectId={projectId} articleIds={[articleId]} members={members} />}
    </section>
  );
}
