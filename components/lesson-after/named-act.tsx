"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/text-input";

/** A button for what cannot be taken back: it asks for a name to be typed, and does it then. `act` throws `ApiProblem`. */
export function NamedAct({ name, label, title, say, act, disabled = false, children }: { name: string; label: string; title: string; say: string; act: (typed: string) => Promise<void>; disabled?: boolean | undefined; children?: ReactNode }) {
  const t = useTranslations("lessonAfter.ask");
  const acts = useTranslations("acts");
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setTyped("");
    setProblem(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await act(typed);
      close();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.errors?.[0]?.path === "/confirm" ? t("wrong") : error.problem.detail);
    }
    setBusy(false);
  };
  return (
    <>
      <Button look="danger" disabled={disabled} onClick={() => setOpen(true)}>{label}</Button>
      <Dialog open={open} onClose={close} title={title}>
        <form className="form" onSubmit={(event) => void submit(event)}>
          <p>{say}</p>
          {children}
          <TextInput label={t("type", { name })} value={typed} autoComplete="off" required onChange={(event) => setTyped(event.target.value)} />
          {problem && <Alert>{problem}</Alert>}
          <div className="acts"><Button onClick={close}>{acts("cancel")}</Button><Button type="submit" look="danger" busy={busy}>{label}</Button></div>
        </form>
      </Dialog>
    </>
  );
}
