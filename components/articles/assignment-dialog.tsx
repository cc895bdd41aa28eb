"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { hc } from "hono/client";
import { API, ApiProblem, clientOptions, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import type { batches } from "@/lib/api/batches";
import type { Assignable } from "./assign-dialog";

const api = hc<typeof batches>(API, clientOptions).projects[":projectId"].assignments[":assignmentId"];

type Props = {
  projectId: string;
  assignment: { assignmentId: string; pseudonym: string; state: string; dueOn: string | null; version: number };
  /** Who could have it instead. */
  others: readonly Assignable[];
  onClose: () => void;
  onWithdrawn: () => void;
};

/** One assignment: its due date, giving it to somebody else, withdrawing it. */
export function AssignmentDialog({ projectId, assignment, others, onClose, onWithdrawn }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [dueOn, setDueOn] = useState(assignment.dueOn ?? "");
  const [to, setTo] = useState("");
  const [busy, setBusy] = useState<"due" | "give" | "withdraw" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { assignmentId, pseudonym, version } = assignment;
  const submitted = assignment.state === "submitted";

  const run = async (what: "due" | "give" | "withdraw", work: () => Promise<unknown>, done: () => void) => {
    setBusy(what);
    setProblem(null);
    try {
      await work();
      router.refresh();
      done();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
      setBusy(null);
      if (error.problem.code === "conflict") router.refresh();
    }
  };
  const param = { projectId, assignmentId };
  const name = others.find((other) => other.id === to)?.pseudonym ?? "";
  const saveDue = () => run("due", () => unwrap(api.$patch({ param, json: { version, dueOn: dueOn === "" ? null : dueOn } })), onClose);
  const give = () => run("give", () => unwrap(api.reassign.$post({ param, json: { version, memberId: to } })), () => {
    toast({ text: `Given to ${name}. The marks of ${pseudonym} are kept, but count nowhere.` });
    onClose();
  });
  const withdraw = () => run("withdraw", () => unwrap(api.$delete({ param, json: { version } })), onWithdrawn);

  return (
    <Dialog open onClose={onClose} title={<>What <span dir="auto">{pseudonym}</span> has</>} acts={<><Button busy={busy === "withdraw"} onClick={() => void withdraw()}>{busy === "withdraw" ? "Withdrawing…" : "Withdraw"}</Button><Button look="quiet" onClick={onClose}>Close</Button></>}>
      {problem && <Alert>{problem}</Alert>}
      <form className="ask-row" onSubmit={(event) => { event.preventDefault(); void saveDue(); }}>
        <TextInput label="Due on" type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        <Button type="submit" busy={busy === "due"} disabled={dueOn === (assignment.dueOn ?? "")}>{busy === "due" ? "Saving…" : "Save"}</Button>
      </form>
      {submitted ? <p className="muted">This work is submitted, so it stays with whoever did it. Withdrawing it takes it out of every figure.</p> : others.length === 0 ? <p className="muted">There is nobody else who could have it.</p> : (
        <form className="ask-row" onSubmit={(event) => { event.preventDefault(); void give(); }}>
          <Select label="Give it to" value={to} onChange={(event) => setTo(event.target.value)} options={[{ value: "", label: "Choose a person" }, ...others.map((other) => ({ value: other.id, label: other.pseudonym }))]} />
          <Button type="submit" busy={busy === "give"} disabled={to === ""}>{busy === "give" ? "Giving…" : "Give"}</Button>
        </form>
      )}
      <p className="hint">Marks are kept either way. When somebody else gets the article, the marks made so far count nowhere.</p>
    </Dialog>
  );
}
