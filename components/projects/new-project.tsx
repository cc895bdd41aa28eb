"use client";

import { Plus } from "lucide-react";
import { useState, type FormEvent } from "react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice } from "@/components/ui/choice";
import { Icon } from "@/components/ui/icon";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { projectsApi } from "./api";
import { startAfresh } from "@/components/accounts/start-afresh";

type Kind = "research" | "class";
const KINDS = [
  { value: "research", label: "A study", detail: "Annotators work blind to each other; you assign articles." },
  { value: "class", label: "A class", detail: "Students join with a code under a made-up name; everybody gets every article." },
] as const;

/** Starts a project; the form opens in its own place below the button. */
export function NewProject({ open: openAtFirst = false }: { open?: boolean | undefined }) {
  const [open, setOpen] = useState(openAtFirst);
  if (!open) return <div className="wrap"><Button look="primary" icon={<Icon of={Plus} />} onClick={() => setOpen(true)}>New project</Button></div>;
  return <NewProjectForm onCancel={openAtFirst ? undefined : () => setOpen(false)} />;
}

function NewProjectForm({ onCancel }: { onCancel: (() => void) | undefined }) {
  const [kind, setKind] = useState<Kind>("research");
  const [everyone, setEveryone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const choose = (next: Kind) => {
    setKind(next);
    setEveryone(next === "class");
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const { id } = await unwrap(projectsApi.projects.$post({ json: { name: String(form.get("name")), description: String(form.get("description")), kind, assignEveryone: everyone } }));
      startAfresh(`/p/${id}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      setBusy(false);
    }
  };
  return (
    <div><form className="form narrow-form" onSubmit={(event) => void submit(event)} aria-label="New project">
      <TextInput label="Name of the project" name="name" maxLength={200} required autoFocus />
      <TextArea label="What it is about, if you like" name="description" maxLength={2000} rows={2} />
      <Choice<Kind> legend="What it is" columns={2} value={kind} onChange={choose} options={KINDS} />
      <Checkbox label="Give every annotator every article" hint="New members and new articles are assigned by themselves. You can change this later." checked={everyone} onChange={(event) => setEveryone(event.target.checked)} />
      {problem && <Alert>{problem.detail}</Alert>}
      <div className="form-acts"><Button type="submit" look="primary" busy={busy}>{busy ? "Starting…" : "Start the project"}</Button>{onCancel && <Button onClick={onCancel}>Cancel</Button>}</div>
    </form></div>
  );
}
