"use client";

import { useCallback, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem } from "@/components/api/client";
import { Masked } from "@/components/articles/masked";
import { useLoaded } from "@/components/history/use-loaded";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { applySimilar, fetchSimilar } from "../api";
import type { Naming } from "../naming";
import type { ShownCluster } from "../types";
import { SettledList } from "../compare/settled-list";

/** Shows where the same words are undecided elsewhere, and settles the chosen ones as this one was. */
export function SimilarDialog({ projectId, articleId, cluster, naming, onClose }: { projectId: string; articleId: string; cluster: ShownCluster; naming: Naming; onClose: (applied: boolean) => void }) {
  const t = useTranslations("adjudicate");
  const acts = useTranslations("acts");
  const toast = useToast();
  const read = useCallback(() => fetchSimilar(projectId, articleId, cluster.key), [projectId, articleId, cluster.key]);
  const { data, problem, again } = useLoaded(read);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const nameOf = (item: { articleId: string; key: string }): string => `${item.articleId} ${item.key}`;
  const toggle = (name: string): void => setChosen((before) => new Set(before.has(name) ? [...before].filter((one) => one !== name) : [...before, name]));
  const apply = async (): Promise<void> => {
    setBusy(true);
    try {
      const done = await applySimilar(projectId, articleId, cluster.key, data?.items.filter((item) => chosen.has(nameOf(item))) ?? []);
      toast({ text: [t("similarDialog.done", { n: done.decisions.length }), ...(done.refused.length > 0 ? [t("similarDialog.left", { n: done.refused.length })] : [])].join(" ") });
      onClose(true);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setRefused(error.problem.detail);
      setBusy(false);
    }
  };
  return (
    <Dialog open wide onClose={() => onClose(false)} title={t("similarDialog.title")} acts={<><Button look="quiet" onClick={() => onClose(false)}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={chosen.size === 0} onClick={() => void apply()}>{busy ? t("similarDialog.applying") : t("similarDialog.apply", { n: chosen.size })}</Button></>}>
      <p className="muted">{t("similarDialog.what")}</p>
      <SettledList marks={cluster.decision?.settled ?? []} naming={naming} />
      {refused !== null && <Alert>{refused}</Alert>}
      {problem !== null && <Alert>{problem.detail} <Button look="quiet" size="small" onClick={again}>{t("similarDialog.again")}</Button></Alert>}
      {problem === null && data === null && <Skeleton label={t("similarDialog.loading")} />}
      {data?.items.length === 0 && <p>{t("similarDialog.none")}</p>}
      <ul className="pick-list">
        {data?.items.map((item) => (
          <li key={nameOf(item)}><Checkbox checked={chosen.has(nameOf(item))} onChange={() => toggle(nameOf(item))} label={<><q className="serif" dir="auto">{item.quote}</q> <span className="x12"><Masked text={item.title} /> · {t(`clusterStates.${item.state}`)}</span></>} /></li>
        ))}
      </ul>
    </Dialog>
  );
}
