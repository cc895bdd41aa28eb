"use client";

import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { useDates } from "@/components/words/use-dates";
import { compareApi } from "./api";
import { useComparison } from "./context";
import { useSaving } from "./use-saving";

type Shown = ReturnType<typeof useComparison>["found"]["omissions"][number];

/** A note on what an article leaves out, with who wrote it; its author and coordinators change it or take it back. */
export function OmissionNote({ omission }: { omission: Shown }) {
  const t = useTranslations("compare.omission");
  const toast = useToast();
  const { day } = useDates();
  const { projectId, found, mayWrite, ask, look } = useComparison();
  const { busy, problem, save } = useSaving();
  const { id, articleId, note, version, by, at, told } = omission;
  const place = { projectId, articleSetId: found.set?.id ?? "" };
  const back = told && found.columns.find((column) => column.id === told.articleId);
  const restore = async () => {
    if (told && back) await save(async () => void (await unwrap(compareApi[":articleSetId"].omissions.$post({ param: place, json: { articleId, note, told: { ...told, revisionId: back.revisionId } } }))));
  };
  const remove = async () => {
    if (await save(async () => void (await unwrap(compareApi[":articleSetId"].omissions[":omissionId"].$delete({ param: { ...place, omissionId: id }, json: { version } })))))
      toast({ text: t("removed"), ...(told && back ? { act: { label: t("undo"), onAct: () => void restore() } } : {}) });
  };
  const short = note.slice(0, 60);
  return (
    <div className="cmp-note">
      <p dir="auto" className="wrap-any">{note}</p>
      <p className="x11">
        {look.names && <span>{t("by", { name: by ?? t("erased"), when: day(at) })}</span>}
        {mayWrite && omission.mayChange && <span className="no-print"><Button look="quiet" size="small" label={t("editOf", { note: short })} onClick={() => ask({ kind: "note", omission })}>{t("edit")}</Button><Button look="quiet" size="small" busy={busy} label={t("removeOf", { note: short })} onClick={() => void remove()}>{t("remove")}</Button></span>}
      </p>
      {problem && <Alert>{problem.detail}</Alert>}
    </div>
  );
}
