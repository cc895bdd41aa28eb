"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useToast } from "@/components/ui/toast";
import { unwrap, type Problem } from "@/components/api/client";
import { assignmentsApi, problemOf } from "./api";

/** Somebody whom articles can be assigned to. */
export type Assignable = { id: string; pseudonym: string; role: string; open: number; submitted: number };

const counted = (n: number, one: string, many: string): string => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** Who gets which articles. What is assigned already stays as it is. */
export function AssignDialog({ projectId, open, onClose, onDone, articleIds, all, members }: {
  projectId: string;
  open: boolean;
  onClose: () => void;
  /** It is done. */
  onDone?: (() => void) | undefined;
  /** The chosen articles; none means that all are meant. */
  articleIds: readonly string[];
  /** How many articles there are in all, as words; left out where only the chosen ones can be meant. */
  all?: string | undefined;
  members: readonly Assignable[];
}) {
  const router = useRouter();
  const toast = useToast();
  const [which, setWhich] = useState<"chosen" | "all">("chosen");
  const [who, setWho] = useState<"everyone" | "some">("everyone");
  const [some, setSome] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const annotators = members.filter((member) => member.role === "annotator").length;
  const everything = articleIds.length === 0 || which === "all";
  const nobody = who === "everyone" ? annotators === 0 : some.size === 0;

  const assign = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const json = {
        ...(everything ? { all: true as const } : { articleIds: [...articleIds] }),
        ...(who === "everyone" ? { everyone: true as const } : { memberIds: [...some] }),
      };
      const done = await unwrap(assignmentsApi.projects[":projectId"].assignments.$post({ param: { projectId }, json }));
      const made = done.created + done.restored;
      toast({ text: made === 0 ? "All of it was assigned already." : `${counted(made, "assignment", "assignments")} added${done.kept > 0 ? `, ${done.kept.toLocaleString("en")} stood already` : ""}.` });
      onClose();
      onDone?.();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const toggle = (id: string) => setSome((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={everything ? `Assign ${all ?? "the articles"}` : `Assign ${counted(articleIds.length, "article", "articles")}`}
      acts={<><Button look="quiet" onClick={onClose}>Cancel</Button><Button look="primary" busy={busy} disabled={nobody} onClick={assign}>{busy ? "Assigning…" : "Assign"}</Button></>}
    >
      {problem && <Alert>{problem.detail}</Alert>}
      {articleIds.length > 0 && all !== undefined && (
        <Choice legend="Which articles" columns={2} value={which} onChange={setWhich} options={[{ value: "chosen", label: articleIds.length === 1 ? "The chosen one" : `The ${articleIds.length.toLocaleString("en")} chosen` }, { value: "all", label: `All ${all}` }]} />
      )}
      <Choice
        legend="To whom"
        value={who}
        onChange={setWho}
        options={[
          { value: "everyone", label: "Every annotator", detail: annotators === 0 ? "Nobody annotates here yet. Invite people first." : `${counted(annotators, "person gets", "people get")} each of the articles.` },
          { value: "some", label: "Chosen people", detail: "Coordinators and reviewers can annotate too." },
        ]}
      />
      {who === "some" && (
        <ul className="pick-list" aria-label="People">
          {members.map((member) => (
            <li key={member.id}>
              <Checkbox label={member.pseudonym} hint={`${member.role === "annotator" ? "" : `${member.role}, `}${member.open} open, ${member.submitted} submitted`} checked={some.has(member.id)} onChange={() => toggle(member.id)} />
            </li>
          ))}
        </ul>
      )}
      {articleIds.length <= 200 && <p className="x12"><Link className="link" href={`/p/${projectId}/assign${articleIds.length > 0 ? `?articles=${articleIds.join(",")}` : ""}`}>Other ways to spread them</Link>: balanced blocks, by outlet, a reliability sample, a pool.</p>}
      <Note>What is assigned already stays as it is. Nobody sees another person’s marks before you reveal them.</Note>
    </Dialog>
  );
}
