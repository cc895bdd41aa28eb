"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
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
  const t = useTranslations("outlets");
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
        title={t("title")}
        facts={t("facts", { n: outlets.length })}
        sub={t("sub")}
        acts={mayWrite && outlets.length > 0 && open !== "new" && add(t("add"))}
      />
      {outlets.length === 0 && open !== "new" && (
        <EmptyState what={t("none")} why={t("noneWhy")} who={mayWrite ? undefined : t("noneWho")} action={mayWrite && add(t("addFirst"))} />
      )}
      {open === "new" && <section className="sect"><h2>{t("new")}</h2><OutletForm projectId={projectId} outlet={null} onDone={({ name }) => done(t("added", { name }))} onCancel={close} /></section>}
      <ul className="targets" aria-label={t("title")}>
        {outlets.map((outlet) => (
          <li key={outlet.id}>
            {open === outlet.id ? <OutletForm projectId={projectId} outlet={outlet} onDone={({ name }) => done(t("saved", { name }))} onCancel={close} /> : <OutletRow outlet={outlet} onEdit={mayWrite ? () => setOpen(outlet.id) : undefined} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function OutletRow({ outlet, onEdit }: { outlet: ListedOutlet; onEdit: (() => void) | undefined }) {
  const [t, acts] = [useTranslations("outlets"), useTranslations("acts")];
  const { name } = outlet;
  return (
    <div className="target">
      <div className="what">
        <h2 dir="auto">{outlet.name}</h2>
        {outlet.aliases.length > 0 && <ul className="wrap" aria-label={t("aliases", { name })}>{outlet.aliases.map((alias) => <li key={alias}><Tag><bdi>{alias}</bdi></Tag></li>)}</ul>}
      </div>
      <span className={outlet.place === null ? "x12 faint" : "x12"}>{outlet.place ?? t("place.neither")}</span>
      {onEdit && <Button size="small" label={t("edit", { name })} onClick={onEdit}>{acts("edit")}</Button>}
    </div>
  );
}
