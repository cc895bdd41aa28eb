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

/** Whether annotators may have phrases suggested that they coded before, and such as were settled. */
export function SuggestionsSection({ projectId, version, allowed, settled }: { projectId: string; version: number; allowed: boolean; settled: boolean }) {
  const router = useRouter();
  const t = useTranslations("settings.suggestions");
  const toast = useToast();
  const all = useTranslations("settings");
  const [chosen, setChosen] = useState({ allowSuggestions: allowed, suggestSettled: settled });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (change: Partial<typeof chosen>) => {
    setChosen({ ...chosen, ...change });
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(api.$patch({ param: { projectId }, json: { version, ...change } }));
      toast({ text: all("savedToast") });
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setChosen({ allowSuggestions: allowed, suggestSettled: settled });
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
        checked={chosen.allowSuggestions}
        disabled={busy}
        onChange={(event) => void save({ allowSuggestions: event.target.checked })}
      />
      <Checkbox
        label={t("settled")}
        hint={t("settledHint")}
        checked={chosen.suggestSettled}
        disabled={busy || !chosen.allowSuggestions}
        onChange={(event) => void save({ suggestSettled: event.target.checked })}
      />
    </section>
  );
}
