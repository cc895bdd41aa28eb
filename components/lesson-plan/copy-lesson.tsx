"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { startAfresh } from "@/components/accounts/start-afresh";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { planApi } from "./api";

type As = "class" | "next" | "template";

/** Takes a lesson further: to another class, to the next hour of this one, or to the shelf. */
export function CopyLesson({ projectId, name, template }: { projectId: string; name: string; template: boolean }) {
  const t = useTranslations("lessonPlan.copy");
  const [as, setAs] = useState<As>("class");
  const [called, setCalled] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const copy = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const made = await unwrap(planApi.lessons.$post({ json: { from: "lesson", projectId, as, name: called.trim() } }));
      startAfresh(`/p/${made.projectId}/lesson`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
      setBusy(false);
    }
  };
  const ways: readonly As[] = template ? ["class"] : ["class", "next", "template"];
  return (
    <section className="sect">
      <h2>{t("title")}</h2>
      <form className="form" onSubmit={(event) => void copy(event)}>
        {!template && <Choice<As> legend={t("legend")} columns={2} value={as} onChange={setAs} options={ways.map((value) => ({ value, label: t(value), detail: t(`${value}Detail`) }))} />}
        <TextInput label={t("name")} value={called} maxLength={200} required placeholder={name} onChange={(event) => setCalled(event.target.value)} />
        {problem && <Alert>{problem}</Alert>}
        <div><Button type="submit" busy={busy}>{t(busy ? "acting" : "act")}</Button></div>
      </form>
    </section>
  );
}
