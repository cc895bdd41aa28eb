"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { useToast } from "@/components/ui/toast";
import { outletsApi } from "./api";
import { MergeDialog } from "./merge-dialog";
import { OutletForm } from "./outlet-form";
import { OutletRow, type ListedOutlet } from "./outlet-row";
import { type ShownRating, Ratings } from "./ratings";
import "@/components/targets/targets.css";

/** The outlets and publishers of a project, each with its other names, its sites and what was merged into it; below, what others say of them. */
export function OutletList({ projectId, outlets, ratings, mayWrite }: { projectId: string; outlets: readonly ListedOutlet[]; ratings: readonly ShownRating[]; mayWrite: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("outlets");
  const [open, setOpen] = useState<string | null>(null);
  const [merging, setMerging] = useState<ListedOutlet | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const add = (words: string) => <Button look="primary" onClick={() => setOpen("new")}>{words}</Button>;
  const close = () => {
    setOpen(null);
    setMerging(null);
    router.refresh();
  };
  const done = (said: string) => {
    toast({ text: said });
    close();
  };
  const unmerge = async (merged: { id: string; version: number }) => {
    setProblem(null);
    try {
      const undone = await unwrap(outletsApi[":outletId"].unmerge.$post({ param: { projectId, outletId: merged.id }, json: { version: merged.version } }));
      done(t("merge.undone", { name: undone.outlet.name }));
    } catch (error) {
      setProblem(problemOf(error).detail);
      router.refresh();
    }
  };

  return (
    <div className="page">
      <PageHead
        title={t("title")}
        facts={t("facts", { n: outlets.length })}
        sub={t("sub")}
        acts={mayWrite && outlets.length > 0 && open !== "new" && add(t("add"))}
      />
      {problem !== null && <Alert>{problem}</Alert>}
      {outlets.length === 0 && open !== "new" && (
        <EmptyState what={t("none")} why={t("noneWhy")} who={mayWrite ? undefined : t("noneWho")} action={mayWrite && add(t("addFirst"))} />
      )}
      {open === "new" && <section className="sect"><h2>{t("new")}</h2><OutletForm projectId={projectId} outlet={null} onDone={({ name }) => done(t("added", { name }))} onCancel={close} /></section>}
      <ul className="targets" aria-label={t("title")}>
        {outlets.map((outlet) => (
          <li key={outlet.id}>
            {open === outlet.id
              ? <OutletForm projectId={projectId} outlet={outlet} onDone={({ name }) => done(t("saved", { name }))} onCancel={close} />
              : <OutletRow outlet={outlet} acts={mayWrite ? { onEdit: () => setOpen(outlet.id), onMerge: () => setMerging(outlet), onUnmerge: (merged) => void unmerge(merged) } : null} />}
          </li>
        ))}
      </ul>
      {(outlets.length > 0 || ratings.length > 0) && <Ratings projectId={projectId} ratings={ratings} outlets={outlets} mayWrite={mayWrite} />}
      {merging && <MergeDialog projectId={projectId} outlet={merging} outlets={outlets} onClose={() => setMerging(null)} onDone={done} />}
    </div>
  );
}
