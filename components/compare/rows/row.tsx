"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import type { ShownRow } from "@/lib/compare/document";
import { useComparison } from "../context";
import { Cell } from "./cell";
import { Rename } from "./rename";

/** One passage across the articles, with its label. */
export function Row({ row, current }: { row: ShownRow; current: boolean }) {
  const t = useTranslations("compare.row");
  const { found, naming, mayWrite } = useComparison();
  const [renaming, setRenaming] = useState(false);
  const label = naming.row(row);
  return (
    <section className="cmp-row" id={`row-${row.key}`} aria-labelledby={`label-${row.key}`} tabIndex={-1} data-n={found.columns.length} data-current={current || undefined}>
      <div className="cmp-label">
        <h3 id={`label-${row.key}`} dir="auto">{label}</h3>
        <span className="x12">{naming.where(row)}</span>
        {row.byHand && <Tag>{t("byHand")}</Tag>}
        {mayWrite && found.set !== null && !row.headlines && !renaming && <span className="cmp-act no-print"><Button look="quiet" size="small" icon={<Icon of={Pencil} size="s" />} label={t("renameOf", { passage: label })} onClick={() => setRenaming(true)} /></span>}
        {renaming && <Rename row={row} label={label} onDone={() => setRenaming(false)} />}
      </div>
      {found.columns.map((column) => <Cell key={column.id} row={row} column={column} />)}
    </section>
  );
}
