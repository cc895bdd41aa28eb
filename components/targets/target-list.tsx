"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { useToast } from "@/components/ui/toast";
import { asTree, type MergedTarget, type Target } from "@/lib/codebook/target";
import { targetsApi } from "./api";
import { MergeDialog, unmerge } from "./merge-dialog";
import { TargetForm } from "./target-form";
import { MergedNames, TargetRow } from "./target-row";
import "./targets.css";

/** The targets of a project: what marks can be about, each with its other names. */
export function TargetList({ projectId, targets, mayWrite, mayLook, suggestions }: {
  projectId: string;
  targets: readonly Target[];
  mayWrite: boolean;
  /** Whether the names lead to where the targets stand. */
  mayLook: boolean;
  /** What was suggested, above the list. */
  suggestions?: ReactNode;
}) {
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("targets");
  const [open, setOpen] = useState<string | null>(null);
  const [merging, setMerging] = useState<Target | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const active = targets.filter((target) => !target.archived);
  const archived = targets.filter((target) => target.archived);

  const send = async (work: () => Promise<unknown>, said?: string) => {
    setProblem(null);
    try {
      const done = await work();
      const words = said ?? (typeof done === "string" ? done : undefined);
      if (words !== undefined) toast({ text: words });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    }
    router.refresh();
  };
  const param = (target: Target) => ({ projectId, targetId: target.id });
  const focus = (target: Target, isFocus: boolean) => send(() => unwrap(targetsApi[":targetId"].$patch({ param: param(target), json: { version: target.version, isFocus } })));
  const archive = (target: Target, archived: boolean) => send(() => unwrap(targetsApi[":targetId"].archive.$post({ param: param(target), json: { version: target.version, archived } })), archived ? t("isOutOfUse", { name: target.name }) : t("isInUse", { name: target.name }));
  const move = (target: Target, by: -1 | 1) => {
    const ids = active.map((other) => other.id);
    const at = ids.indexOf(target.id);
    const other = ids[at + by];
    if (other === undefined) return;
    [ids[at], ids[at + by]] = [other, target.id];
    void send(() => unwrap(targetsApi.order.$post({ param: { projectId }, json: { ids } })));
  };
  const undo = (merged: MergedTarget) => void send(async () => t("merge.undone", { name: await unmerge(projectId, merged) }));
  const done = (said: string) => {
    setOpen(null);
    setMerging(null);
    toast({ text: said });
    router.refresh();
  };

  return (
    <div className="page">
      <PageHead
        title={t("title")}
        facts={t("facts", { n: active.length, focus: active.filter((target) => target.isFocus).length })}
        sub={t("sub")}
        acts={mayWrite && active.length > 0 && open !== "new" && <Button look="primary" onClick={() => setOpen("new")}>{t("add")}</Button>}
      />
      {problem && <Alert>{problem}</Alert>}
      {suggestions}
      {active.length === 0 && open !== "new" && (
        <EmptyState what={t("none")} why={t("noneWhy")} who={mayWrite ? undefined : t("noneWho")} action={mayWrite && <Button look="primary" onClick={() => setOpen("new")}>{t("addFirst")}</Button>} />
      )}
      {open === "new" && <section className="sect"><h2>{t("new")}</h2><TargetForm projectId={projectId} target={null} targets={active} onDone={({ name }) => done(t("added", { name }))} onCancel={() => setOpen(null)} /></section>}
      <ul className="targets" aria-label={t("title")}>
        {asTree(active).map(({ target, depth }) => (
          <li key={target.id} data-depth={Math.min(depth, 3)}>
            {open === target.id ? (
              <TargetForm projectId={projectId} target={target} targets={active} onDone={({ name }) => done(t("saved", { name }))} onCancel={() => setOpen(null)} />
            ) : (
              <TargetRow target={target} parent={active.find((other) => other.id === target.parentId)?.name} mayWrite={mayWrite} href={mayLook ? `/p/${projectId}/targets/${target.id}` : undefined} onEdit={() => setOpen(target.id)} onFocus={(isFocus) => void focus(target, isFocus)} onArchive={() => void archive(target, true)} onMove={(by) => move(target, by)} onMerge={() => setMerging(target)} onUnmerge={undo} />
            )}
          </li>
        ))}
      </ul>
      {archived.length > 0 && (
        <section className="sect">
          <h2>{t("outOfUse")}</h2>
          <ul className="people">{archived.map((target) => <li key={target.id}><span dir="auto">{target.name}<MergedNames target={target} onUnmerge={mayWrite ? undo : undefined} /></span>{mayWrite && <Button size="small" look="quiet" label={t("bringOneBack", { name: target.name })} onClick={() => void archive(target, false)}>{t("bringBack")}</Button>}</li>)}</ul>
        </section>
      )}
      {merging && <MergeDialog projectId={projectId} target={merging} targets={targets} onClose={() => setMerging(null)} onDone={done} />}
    </div>
  );
}
