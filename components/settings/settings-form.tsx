"use client";

import { hc } from "hono/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { API, ApiProblem, clientOptions, unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { StatusText } from "@/components/ui/status-text";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { projects } from "@/lib/api/projects";

const api = hc<typeof projects>(API, clientOptions).projects[":projectId"];

/** The settings that a coordinator can change. */
export type Settings = { id: string; name: string; description: string; assignEveryone: boolean; version: number };

const errorAt = (problem: Problem | null, field: string): string | undefined => problem?.errors?.find((error) => error.path === `/${field}`)?.message;

/** Name, description and how work is handed out. */
export function SettingsForm({ project }: { project: Settings }) {
  const router = useRouter();
  const t = useTranslations("settings.about");
  const all = useTranslations("settings");
  const acts = useTranslations("acts");
  const [name, setName] = useState(project.name);
  const [description, setDescription] = useState(project.description);
  const [assignEveryone, setAssignEveryone] = useState(project.assignEveryone);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [state, setState] = useState<"rest" | "saving" | "saved">("rest");
  const current = problem?.code === "conflict" ? (problem.current as { version: number } | undefined) : undefined;
  const touched = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    setState("rest");
  };

  const save = async (version: number) => {
    setState("saving");
    setProblem(null);
    try {
      await unwrap(api.$patch({ param: { projectId: project.id }, json: { version, name, description, assignEveryone } }));
      setState("saved");
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      setState("rest");
    }
  };

  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void save(project.version); }}>
      {problem && <Alert>{problem.detail} {current && <Button size="small" onClick={() => void save(current.version)}>{acts("saveOver")}</Button>}</Alert>}
      <TextInput label={t("name")} required maxLength={200} dir="auto" value={name} error={errorAt(problem, "name")} onChange={(event) => touched(setName)(event.target.value)} />
      <TextArea label={t("description")} rows={3} maxLength={2000} dir="auto" value={description} error={errorAt(problem, "description")} onChange={(event) => touched(setDescription)(event.target.value)} />
      <Checkbox label={t("everyone")} hint={t("everyoneHint")} checked={assignEveryone} onChange={(event) => touched(setAssignEveryone)(event.target.checked)} />
      <div className="form-acts">
        <Button type="submit" look="primary" busy={state === "saving"} disabled={name.trim() === ""}>{state === "saving" ? acts("saving") : t("act")}</Button>
        {state === "saved" && <StatusText state="saved">{all("saved")}</StatusText>}
      </div>
    </form>
  );
}
