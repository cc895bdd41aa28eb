"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { placesOf } from "@/lib/compare/shown-rows";
import { compareApi } from "../api";
import { type Asking, useComparison } from "../context";
import { useSaving } from "../use-saving";

/** Asks for a note on what an article leaves out, or changes one. */
export function OmissionDialog({ asking, onClose }: { asking: Extract<Asking, { kind: "omission" | "note" }>; onClose: () => void }) {
  const [t, acts] = [useTranslations("compare.omission"), useTranslations("acts")];
  const toast = useToast();
  const { projectId, found, naming } = useComparison();
  const { busy, problem, save } = useSaving();
  const [note, setNote] = useState(asking.kind === "note" ? asking.omission.note : "");
  const told = asking.kind === "note" ? null : (asking.row.cells.flatMap((cell) => placesOf(cell, found.columns))[0] ?? null);
  const teller = found.columns.find(({ id }) => id === told?.articleId);
  const quote = asking.kind === "note" ? asking.omission.quote : (teller?.sentences.filter(({ start, end }) => told && start >= told.start && end <= told.end).map(({ text }) => text).join(" ") ?? "");
  const send = async () => {
    const param = { projectId, articleSetId: found.set?.id ?? "" };
    const done = await save(async () => {
      if (asking.kind === "note") await unwrap(compareApi[":articleSetId"].omissions[":omissionId"].$patch({ param: { ...param, omissionId: asking.omission.id }, json: { version: asking.omission.version, note: note.trim() } }));
      else if (told && teller) await unwrap(compareApi[":articleSetId"].omissions.$post({ param, json: { articleId: asking.articleId, told: { ...told, revisionId: teller.revisionId }, note: note.trim() } }));
    });
    if (!done) return;
    toast({ text: t(asking.kind === "note" ? "changed" : "saved") });
    onClose();
  };
  const [who, by] = asking.kind === "note" ? [asking.omission.articleId, asking.omission.toldBy] : [asking.articleId, told?.articleId ?? ""];
  return (
    <Dialog open onClose={onClose} title={t("title")} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" type="submit" form="cmp-omission" busy={busy} disabled={note.trim() === ""}>{busy ? t("saving") : asking.kind === "note" ? acts("save") : t("save")}</Button></>}>
      <form id="cmp-omission" className="form" onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>{t("of", { article: naming.column(who), teller: naming.column(by) })}</p>
        <blockquote className="serif cmp-quote" dir="auto">{quote}</blockquote>
        {problem && <Alert>{problem.detail}</Alert>}
        <TextArea label={t("note")} hint={t("noteHint")} rows={3} maxLength={4000} value={note} autoFocus onChange={(event) => setNote(event.target.value)} />
      </form>
    </Dialog>
  );
}
