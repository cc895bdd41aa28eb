"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap, type Problem } from "@/components/api/client";
import { PageHead } from "@/components/ui/page-head";
import { useToast } from "@/components/ui/toast";
import type { Preview } from "@/lib/assignments/plan/preview";
import { fieldError } from "@/components/articles/api";
import { batchesApi } from "./api";
import { BatchList, type ShownBatch } from "./batch-list";
import { firstState, wishOf, type FormState } from "./form-state";
import { PlanForm, type Person } from "./plan-form";
import { PlanPane } from "./plan-pane";
import { usePreview } from "./use-preview";

type Props = { projectId: string; chosen: readonly string[]; all: string; outlets: readonly { id: string; name: string }[]; people: readonly Person[]; batches: readonly ShownBatch[] };

/** Assigning: the form, what it would do, and what was done before. */
export function AssignPage({ projectId, chosen, all, outlets, people, batches }: Props) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("assign");
  const [state, setState] = useState(() => firstState(chosen.length, people.filter((person) => person.role === "annotator").length));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const wish = useMemo(() => wishOf(state, chosen), [state, chosen]);
  const { preview, problem, loading, replace, again } = usePreview(projectId, wish);
  const changed = refused?.code === "conflict";
  const set = (change: Partial<FormState>) => {
    setRefused(null);
    setState((before) => ({ ...before, ...change }));
  };
  const shownProblem = problem ?? (changed ? null : refused);

  const confirm = async () => {
    if (!wish || !preview) return;
    setBusy(true);
    setRefused(null);
    try {
      const json = { ...wish, seed: preview.seed, digest: preview.digest };
      const done = await unwrap(batchesApi.batches.$post({ param: { projectId }, json: json as never }));
      toast({ text: done.places > 0 ? t("poolOpen", { n: done.places }) : t("made", { n: done.created + done.restored }) });
      again();
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.problem.code === "conflict" && error.problem.current) replace(error.problem.current as Preview);
      setRefused(error.problem);
    } finally {
      setBusy(false);
    }
  };
  const errorAt = (field: string) => fieldError(shownProblem, field);

  return (
    <div className="page assign">
      <PageHead title={t("title")} sub={t("sub")} />
      <div className="assign-work">
        <div><PlanForm {...{ state, set, all, outlets, people, errorAt }} chosen={chosen.length} /></div>
        <PlanPane {...{ projectId, preview, loading, changed, busy, again }} problem={shownProblem} incomplete={wish === null} confirm={() => void confirm()} />
      </div>
      <BatchList batches={batches} />
    </div>
  );
}
