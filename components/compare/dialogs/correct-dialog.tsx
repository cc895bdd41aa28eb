"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { placesOf } from "@/lib/compare/shown-rows";
import type { RowCell } from "@/lib/compare/passage";
import { verdictsApi } from "../api";
import { type Asking, useComparison } from "../context";
import { useSaving } from "../use-saving";
import { PassagePick } from "./passage-pick";
import { corrections } from "./corrections-of";

/** Asks what is right of a passage: that it does not tell what the others of its row do, or that it tells what another passage does. */
export function CorrectDialog({ asking: { row, cell }, onClose }: { asking: Extract<Asking, { kind: "correct" }>; onClose: () => void }) {
  const [t, acts] = [useTranslations("compare.correct"), useTranslations("acts")];
  const toast = useToast();
  const { projectId, found } = useComparison();
  const { busy, problem, save } = useSaving();
  const column = found.columns.find(({ id }) => id === cell.articleId)!;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(cell.sentences));
  const [what, setWhat] = useState<"apart" | "join">(row.cells.length > 1 ? "apart" : "join");
  const [other, setOther] = useState<RowCell | null>(null);
  const own = placesOf({ articleId: cell.articleId, sentences: cell.sentences.filter((index) => chosen.has(index)) }, found.columns);
  const others = what === "join" ? (other ? [other] : []) : row.cells.filter(({ articleId }) => articleId !== cell.articleId);
  const undo = (made: readonly { id: string; version: number }[]) => save(async () => {
    for (const { id, version } of made) await unwrap(verdictsApi[":verdictId"].$delete({ param: { projectId, verdictId: id }, json: { version } }));
    toast({ text: t("undone") });
  });
  const send = async () => {
    const made: { id: string; version: number }[] = [];
    const done = await save(async () => {
      for (const json of corrections(found, own, others.flatMap((one) => placesOf(one, found.columns).slice(0, what === "join" ? 1 : undefined)), what === "join" ? "same" : "different"))
        made.push(await unwrap(verdictsApi.$post({ param: { projectId }, json })));
    });
    if (!done) return;
    toast({ text: t("saved"), act: { label: t("undo"), onAct: () => void undo(made) } });
    onClose();
  };
  return (
    <Dialog open wide onClose={onClose} title={t("title")} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={own.length === 0 || others.length === 0} onClick={() => void send()}>{busy ? t("saving") : t("save")}</Button></>}>
      {problem && <Alert>{problem.detail}</Alert>}
      {cell.sentences.length === 1 ? <blockquote className="serif cmp-quote" dir="auto">{column.sentences[cell.sentences[0]!]?.text}</blockquote> : (
        <fieldset className="cmp-which">
          <legend className="lab">{t("which")}</legend>
          {cell.sentences.map((index) => <Checkbox key={index} label={<span className="serif" dir="auto">{column.sentences[index]?.text}</span>} checked={chosen.has(index)} onChange={() => setChosen((before) => new Set(before.has(index) ? [...before].filter((one) => one !== index) : [...before, index]))} />)}
        </fieldset>
      )}
      {row.cells.length > 1 && <Choice legend={t("what")} value={what} onChange={setWhat} options={[{ value: "apart", label: t("apart"), detail: t("apartHint") }, { value: "join", label: t("join"), detail: t("joinHint") }]} />}
      {what === "join" && <PassagePick row={row} articleId={cell.articleId} chosen={other} onChoose={setOther} />}
    </Dialog>
  );
}
