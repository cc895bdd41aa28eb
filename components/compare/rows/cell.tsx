"use client";

import { MessageSquare, Minus, SquarePen } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import type { Column, ShownRow } from "@/lib/compare/document";
import { directionOf } from "@/lib/text/direction";
import { useComparison } from "../context";
import { OmissionNote } from "../omission-note";
import { Sentences } from "../text/sentences";

/** What one article says in a row: its words with their marks, or that it says nothing, with what was noted of that. */
export function Cell({ row, column }: { row: ShownRow; column: Column }) {
  const { naming } = useComparison();
  const cell = row.cells.find(({ articleId }) => articleId === column.id);
  return (
    <div role="group" aria-label={naming.column(column.id)} className={cell ? "cmp-cell" : "cmp-cell none"}>
      <span className="cmp-who" dir="auto" aria-hidden>{naming.column(column.id)}</span>
      {cell ? <Words row={row} column={column} /> : <Absent row={row} column={column} />}
    </div>
  );
}

const KINDS = ["heading", "caption", "quotation", "embed"] as const;

function Words({ row, column }: { row: ShownRow; column: Column }) {
  const t = useTranslations("compare.row");
  const { naming, mayWrite, ask, found } = useComparison();
  const cell = row.cells.find(({ articleId }) => articleId === column.id)!;
  const sentences = cell.sentences.flatMap((index) => column.sentences[index] ?? []);
  const kind = KINDS.find((one) => sentences.every((sentence) => sentence.kind === one));
  const [several, alone] = [found.columns.length > 1, row.cells.length === 1];
  return (
    <>
      {(several && alone || kind !== undefined) && <span className="cmp-tags">{several && alone && <Tag look="ink">{t("onlyHere")}</Tag>}{kind !== undefined && <Tag>{t(`kind.${kind}`)}</Tag>}</span>}
      <p className={row.headlines ? "cmp-headline" : undefined} dir={directionOf(column.language)} {...(column.language === null ? {} : { lang: column.language })}><Sentences column={column} sentences={sentences} /></p>
      {mayWrite && !row.headlines && several && <span className="cmp-act no-print"><Button look="quiet" size="small" icon={<Icon of={SquarePen} size="s" />} label={t("correctIn", { name: naming.column(column.id), passage: naming.row(row) })} onClick={() => ask({ kind: "correct", row, cell })} /></span>}
    </>
  );
}

function Absent({ row, column }: { row: ShownRow; column: Column }) {
  const t = useTranslations("compare.row");
  const { naming, mayWrite, ask, found } = useComparison();
  const noted = found.omissions.filter(({ id, articleId }) => articleId === column.id && row.omissions.includes(id));
  return (
    <>
      <p className="cmp-absent">
        <span><Icon of={Minus} size="s" /> {t("absent")}</span>
        {mayWrite && found.set !== null && !row.headlines && <Button className="no-print" look="quiet" size="small" label={t("noteIn", { name: naming.column(column.id), passage: naming.row(row) })} onClick={() => ask({ kind: "omission", row, articleId: column.id })}>{t("note")}</Button>}
      </p>
      {noted.map((one) => <div key={one.id} className="cmp-noted"><Icon of={MessageSquare} size="s" /><OmissionNote omission={one} /></div>)}
    </>
  );
}
