"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem, unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { PageHead } from "@/components/ui/page-head";
import { Switch } from "@/components/ui/switch";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { asTree, type Target } from "@/lib/codebook/target";
import { targetsApi } from "./api";
import { TargetForm } from "./target-form";

/** The targets of a project: what marks can be about, each with its other names. */
export function TargetList({ projectId, targets, mayWrite }: { projectId: string; targets: readonly Target[]; mayWrite: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const active = targets.filter((target) => !target.archived);
  const archived = targets.filter((target) => target.archived);

  const send = async (work: () => Promise<unknown>, said?: string) => {
    setProblem(null);
    try {
      await work();
      if (said) toast({ text: said });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem.detail);
    }
    router.refresh();
  };
  const param = (target: Target) => ({ projectId, targetId: target.id });
  const focus = (target: Target, isFocus: boolean) => send(() => unwrap(targetsApi[":targetId"].$patch({ param: param(target), json: { version: target.version, isFocus } })));
  const archive = (target: Target, archived: boolean) => send(() => unwrap(targetsApi[":targetId"].archive.$post({ param: param(target), json: { version: target.version, archived } })), archived ? `${target.name} is out of use. Its marks stay.` : `${target.name} is in use again.`);
  const move = (target: Target, by: -1 | 1) => {
    const ids = active.map((other) => other.id);
    const at = ids.indexOf(target.id);
    const other = ids[at + by];
    if (other === undefined) return;
    [ids[at], ids[at + by]] = [other, target.id];
    void send(() => unwrap(targetsApi.order.$post({ param: { projectId }, json: { ids } })));
  };
  const done = (said: string) => {
    setOpen(null);
    toast({ text: said });
    router.refresh();
  };

  return (
    <div className="page">
      <PageHead
        title="Targets"
        facts={`${active.length} ${active.length === 1 ? "target" : "targets"}, ${active.filter((target) => target.isFocus).length} in focus`}
        sub="Whom and what the words are about. Every mark names one target; before submitting, annotators judge each article toward every focus target."
        acts={mayWrite && active.length > 0 && open !== "new" && <Button look="primary" onClick={() => setOpen("new")}>Add target</Button>}
      />
      {problem && <Alert>{problem}</Alert>}
      {active.length === 0 && open !== "new" && (
        <EmptyState what="No targets yet" why="Nothing can be marked before there is a target: a person, an organisation, a country, an issue." who={mayWrite ? undefined : "The coordinator of the project adds them."} action={mayWrite && <Button look="primary" onClick={() => setOpen("new")}>Add the first target</Button>} />
      )}
      {open === "new" && <section className="sect"><h2>A new target</h2><TargetForm projectId={projectId} target={null} targets={active} onDone={({ name }) => done(`${name} added.`)} onCancel={() => setOpen(null)} /></section>}
      <ul className="targets" aria-label="Targets">
        {asTree(active).map(({ target, depth }) => (
          <li key={target.id} data-depth={Math.min(depth, 3)}>
            {open === target.id ? (
              <TargetForm projectId={projectId} target={target} targets={active} onDone={({ name }) => done(`${name} saved.`)} onCancel={() => setOpen(null)} />
            ) : (
              <TargetRow target={target} parent={active.find((other) => other.id === target.parentId)?.name} mayWrite={mayWrite} onEdit={() => setOpen(target.id)} onFocus={(isFocus) => void focus(target, isFocus)} onArchive={() => void archive(target, true)} onMove={(by) => move(target, by)} />
            )}
          </li>
        ))}
      </ul>
      {archived.length > 0 && (
        <section className="sect">
          <h2>Out of use</h2>
          <ul className="people">{archived.map((target) => <li key={target.id}><span dir="auto">{target.name}</span>{mayWrite && <Button size="small" look="quiet" label={`Bring ${target.name} back`} onClick={() => void archive(target, false)}>Bring back</Button>}</li>)}</ul>
        </section>
      )}
    </div>
  );
}

function TargetRow({ target, parent, mayWrite, onEdit, onFocus, onArchive, onMove }: { target: Target; parent: string | undefined; mayWrite: boolean; onEdit: () => void; onFocus: (isFocus: boolean) => void; onArchive: () => void; onMove: (by: -1 | 1) => void }) {
  return (
    <div className="target">
      <div className="what">
        <h2 dir="auto">{target.name}</h2>
        {parent !== undefined && <span className="x12">part of {parent}</span>}
        {target.description !== "" && <p className="muted" dir="auto">{target.description}</p>}
        {target.aliases.length > 0 && (
          <ul className="wrap" aria-label={`Other names of ${target.name}`}>
            {target.aliases.map(({ alias, isAmbiguous }) => <li key={alias}><Tag title={isAmbiguous ? "Ambiguous: never taken for this target by itself" : undefined}><bdi>{alias}</bdi>{isAmbiguous && <span className="faint">ambiguous</span>}</Tag></li>)}
          </ul>
        )}
      </div>
      {mayWrite ? <Switch label={<>Focus<span className="vh"> on {target.name}</span></>} checked={target.isFocus} onChange={(event) => onFocus(event.target.checked)} /> : <span className="x12">{target.isFocus ? "In focus" : ""}</span>}
      {mayWrite && (
        <span className="row">
          <Button size="small" label={`Edit ${target.name}`} onClick={onEdit}>Edit</Button>
          <Menu className="btn quiet icon small" align="end" label={`More about ${target.name}`} trigger={<Icon of={Ellipsis} />} items={[{ label: "Move up", onSelect: () => onMove(-1) }, { label: "Move down", onSelect: () => onMove(1) }, "rule", { label: "Take out of use", onSelect: onArchive }]} />
        </span>
      )}
    </div>
  );
}
