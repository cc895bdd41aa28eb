"use client";

import { hc } from "hono/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { API, ApiProblem, clientOptions, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import type { projects } from "@/lib/api/projects";

const api = hc<typeof projects>(API, clientOptions).projects[":projectId"];

/** After how many days untouched work goes back to the pool. */
export function AbandonSection({ projectId, version, days }: { projectId: string; version: number; days: number | null }) {
  const router = useRouter();
  const t = useTranslations("settings.abandon");
  const toast = useToast();
  const all = useTranslations("settings");
  const acts = useTranslations("acts");
  const [value, setValue] = useState(days === null ? "" : String(days));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(api.$patch({ param: { projectId }, json: { version, abandonAfterDays: value.trim() === "" ? null : Number(value) } }));
      toast({ text: all("savedToast") });
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="sect">
      <h2>{t("title")}</h2>
      <p className="muted">{t("why")}</p>
      {problem && <Alert>{problem}</Alert>}
      <form className="ask-row" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <TextInput label={t("label")} type="number" min={1} max={365} after={t("days")} hint={t("never")} value={value} onChange={(event) => setValue(event.target.value)} />
        <Button type="submit" busy={busy} disabled={value === (days === null ? "" : String(days))}>{acts(busy ? "saving" : "save")}</Button>
      </form>
    </section>
  );
}
