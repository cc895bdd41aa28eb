"use client";

import { hc } from "hono/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { API, ApiProblem, clientOptions, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import type { projects } from "@/lib/api/projects";
import type { FigureRules } from "@/lib/projects/figure-rules";

const api = hc<typeof projects>(API, clientOptions).projects[":projectId"];

/** What makes an article count for a target, and how the articles were chosen. */
export function FiguresSection({ projectId, version, rules }: { projectId: string; version: number; rules: FigureRules }) {
  const router = useRouter();
  const t = useTranslations("settings.figures");
  const toast = useToast();
  const all = useTranslations("settings");
  const acts = useTranslations("acts");
  const [chosen, setChosen] = useState(rules);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(api.$patch({ param: { projectId }, json: { version, ...chosen } }));
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
      {problem && <Alert>{problem}</Alert>}
      <form className="stack" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <TextArea label={t("sampling")} hint={t("samplingHint")} rows={3} maxLength={2000} value={chosen.sampling} onChange={(event) => setChosen({ ...chosen, sampling: event.target.value })} />
        <Checkbox label={t("marked")} hint={t("markedHint")} checked={chosen.addressedBy === "marked"} disabled={busy} onChange={(event) => setChosen({ ...chosen, addressedBy: event.target.checked ? "marked" : "evidence" })} />
        <div><Button type="submit" busy={busy} disabled={chosen.sampling === rules.sampling && chosen.addressedBy === rules.addressedBy}>{acts(busy ? "saving" : "save")}</Button></div>
      </form>
    </section>
  );
}
