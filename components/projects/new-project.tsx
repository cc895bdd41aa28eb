"use client";

import { Plus } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
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
const KINDS: readonly Kind[] = ["research", "class"];

/** Starts a project; the form opens in its own place below the button. */
export function NewProject({ open: openAtFirst = false }: { open?: boolean | undefined }) {
  const t = useTranslations("projects.new");
  const [open, setOpen] = useState(openAtFirst);
  if (!open) return <div className="wrap"><Button look="primary" icon={<Icon of={Plus} />} onClick={() => setOpen(true)}>{t("title")}</Button></div>;
  return <NewProjectForm onCancel={openAtFirst ? undefined : () => setOpen(false)} />;
}

function NewProjectForm({ onCancel }: { onCancel: (() => void) | undefined }) {
  const t = useTranslations("projects.new");
  const acts = useTranslations("acts");
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
    <div><form className="form narrow-form" onSubmit={(event) => void submit(event)} aria-label={t("title")}>
      <TextInput label={t("name")} name="name" maxLength={200} required autoFocus />
      <TextArea label={t("about")} name="description" maxLength={2000} rows={2} />
      <Choice<Kind> legend={t("kind")} columns={2} value={kind} onChange={choose} options={KINDS.map((value) => ({ value, label: t(value), detail: t(`${value}Detail`) }))} />
      <Checkbox label={t("everyone")} hint={t("everyoneHint")} checked={everyone} onChange={(event) => setEveryone(event.target.checked)} />
      {problem && <Alert>{problem.detail}</Alert>}
      <div className="form-acts"><Button type="submit" look="primary" busy={busy}>{t(busy ? "acting" : "act")}</Button>{onCancel && <Button onClick={onCancel}>{acts("cancel")}</Button>}</div>
    </form></div>
  );
}
