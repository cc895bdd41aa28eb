"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { projectsApi } from "@/components/projects/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice } from "@/components/ui/choice";
import { useToast } from "@/components/ui/toast";
import { BOUNDARY_RULES, type AdjudicationRules } from "@/lib/projects/adjudication-rules";

type Rules = Omit<AdjudicationRules, "suggestSettled">;

/** How differences of boundaries are settled, and what those who adjudicate and those who are asked see of each other. */
export function AdjudicationSection({ projectId, version, rules }: { projectId: string; version: number; rules: Rules }) {
  const router = useRouter();
  const t = useTranslations("settings.adjudication");
  const toast = useToast();
  const all = useTranslations("settings");
  const acts = useTranslations("acts");
  const [wish, setWish] = useState(rules);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const changed = wish.boundaryRule !== rules.boundaryRule || wish.hideAnnotators !== rules.hideAnnotators || wish.askShowsPeers !== rules.askShowsPeers;
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await unwrap(projectsApi.projects[":projectId"].$patch({ param: { projectId }, json: { version, ...wish } }));
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
    <section className="sect" id="adjudication">
      <h2>{t("title")}</h2>
      {problem !== null && <Alert>{problem}</Alert>}
      <form className="form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <div className="field">
          <span className="lab" aria-hidden="true">{t("boundaries")}</span>
          <Choice legend={t("boundaries")} columns={3} value={wish.boundaryRule} onChange={(boundaryRule) => setWish({ ...wish, boundaryRule })} options={BOUNDARY_RULES.map((value) => ({ value, label: t(`rules.${value}`), detail: t(`rulesDetail.${value}`) }))} />
          <p className="hint">{t("boundariesHint")}</p>
        </div>
        <Checkbox label={t("hide")} hint={t("hideHint")} checked={wish.hideAnnotators} onChange={(event) => setWish({ ...wish, hideAnnotators: event.target.checked })} />
        <Checkbox label={t("ask")} hint={t("askHint")} checked={wish.askShowsPeers} onChange={(event) => setWish({ ...wish, askShowsPeers: event.target.checked })} />
        <div className="form-acts"><Button type="submit" busy={busy} disabled={!changed}>{busy ? acts("saving") : t("act")}</Button></div>
      </form>
    </section>
  );
}
