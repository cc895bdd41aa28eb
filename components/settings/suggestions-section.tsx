"use client";

import { hc } from "hono/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { API, ApiProblem, clientOptions, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import { useToast } from "@/components/ui/toast";
import type { projects } from "@/lib/api/projects";

const api = hc<typeof projects>(API, clientOptions).projects[":projectId"];

/** Whether annotators may have phrases suggested that they coded before. */
export function SuggestionsSection({ projectId, version, allowed }: { projectId: string; version: number; allowed: boolean }) {
  const router = useRouter();
  const t = useTranslations("settings.suggestions");
  const toast = useToast();
  const all = useTranslations("settings");
  const [chosen, setChosen] = useState(allowed);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (allowSuggestions: boolean) => {
    setChosen(allowSuggestions);
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(api.$patch({ param: { projectId }, json: { version, allowSuggestions } }));
      toast({ text: all("savedToast") });
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setChosen(allowed);
      setProblem(error.problem.detail);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="sect">
      <h2>{t("title")}</h2>
      {problem && <Alert>{problem}</Alert>}
      <Checkbox
        label={t("allow")}
        hint={t("hint")}
        checked={chosen}
        disabled={busy}
        onChange={(event) => void save(event.target.checked)}
      />
    </section>
  );
}
