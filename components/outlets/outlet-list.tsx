"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { OutletForm, type EditedOutlet } from "./outlet-form";

/** An outlet of the list; `place` says country and language in words. */
export type ListedOutlet = EditedOutlet & { place: string | null };

/** The outlets and publishers of a project, each with its other names. */
export function OutletList({ projectId, outlets, mayWrite }: { projectId: string; outlets: readonly ListedOutlet[]; mayWrite: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState<string | null>(null);
  const add = (words: string) => <Button look="primary" onClick={() => setOpen("new")}>{words}</Button>;
  const close = () => {
    setOpen(null);
    router.refresh();
  };
  const done = (said: string) => {
    toast({ text: said });
    close();
  };

  return (
    <div className="page">
      <PageHead
        title="Outlets"
        facts={`${outlets.length.toLocaleString("en")} ${outlets.length === 1 ? "outlet" : "outlets"}`}
        sub="Who first published the words, and whose site they were captured from. An article that gives one of the other names belongs to the same outlet."
        acts={mayWrite && outlets.length > 0 && open !== "new" && add("Add outlet")}
      />
      {outlets.length === 0 && open !== "new" && (
        <EmptyState what="No outlets yet" why="An outlet comes with the first article that names it. Add it here first to give its other names, so that “MEE” and “Middle East Eye” count as one." who={mayWrite ? undefined : "The coordinator of the project adds them."} action={mayWrite && add("Add the first outlet")} />
      )}
      {open === "new" && <section className="sect"><h2>A new outlet</h2><OutletForm projectId={projectId} outlet={null} onDone={({ name }) => done(`${name} added.`)} onCancel={close} /></section>}
      <ul className="targets" aria-label="Outlets">
        {outlets.map((outlet) => (
          <li key={outlet.id}>
            {open === outlet.id ? <OutletForm projectId={projectId} outlet={outlet} onDone={({ name }) => done(`${name} saved.`)} onCancel={close} /> : <OutletRow outlet={outlet} onEdit={mayWrite ? () => setOpen(outlet.id) : undefined} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function OutletRow({ outlet, onEdit }: { outlet: ListedOutlet; onEdit: (() => void) | undefined }) {
  return (
    <div className="target">
      <div className="what">
        <h2 dir="auto">{outlet.name}</h2>
        {outlet.aliases.length > 0 && <ul className="wrap" aria-label={`Other names of ${outlet.name}`}>{outlet.aliases.map((alias) => <li key={alias}><Tag><bdi>{alias}</bdi></Tag></li>)}</ul>}
      </div>
      <span className={outlet.place === null ? "x12 faint" : "x12"}>{outlet.place ?? "country and language unknown"}</span>
      {onEdit && <Button size="small" label={`Edit ${outlet.name}`} onClick={onEdit}>Edit</Button>}
    </div>
  );
}
