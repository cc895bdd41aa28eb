"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { hc } from "hono/client";
import { useTranslations } from "use-intl/react";
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
  const t = useTranslations("articles.assignment");
  const acts = useTranslations("acts");
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
    toast({ text: t("given", { name, before: pseudonym }) });
    onClose();
  });
  const withdraw = () => run("withdraw", () => unwrap(api.$delete({ param, json: { version } })), onWithdrawn);

  return (
    <Dialog open onClose={onClose} title={t.rich("title", { name: pseudonym, who: (words) => <span dir="auto">{words}</span> })} acts={<><Button busy={busy === "withdraw"} onClick={() => void withdraw()}>{busy === "withdraw" ? t("withdrawing") : t("withdraw")}</Button><Button look="quiet" onClick={onClose}>{acts("close")}</Button></>}>
      {problem && <Alert>{problem}</Alert>}
      <form className="ask-row" onSubmit={(event) => { event.preventDefault(); void saveDue(); }}>
        <TextInput label={t("due")} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        <Button type="submit" busy={busy === "due"} disabled={dueOn === (assignment.dueOn ?? "")}>{busy === "due" ? acts("saving") : acts("save")}</Button>
      </form>
      {submitted ? <p className="muted">{t("submitted")}</p> : others.length === 0 ? <p className="muted">{t("nobodyElse")}</p> : (
        <form className="ask-row" onSubmit={(event) => { event.preventDefault(); void give(); }}>
          <Select label={t("giveTo")} value={to} onChange={(event) => setTo(event.target.value)} options={[{ value: "", label: t("choose") }, ...others.map((other) => ({ value: other.id, label: other.pseudonym }))]} />
          <Button type="submit" busy={busy === "give"} disabled={to === ""}>{busy === "give" ? t("giving") : t("give")}</Button>
        </form>
      )}
      <p className="hint">{t("kept")}</p>
    </Dialog>
  );
}
