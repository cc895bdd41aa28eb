"use client";

import { Ban, Check, Copy, MinusCircle, Plus, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import { useDates } from "@/components/words/use-dates";
import type { Import, ImportRow, RowState } from "./import-types";
import type { useRows } from "./use-rows";

const SIGNS = { new: Plus, copy: Copy, look: TriangleAlert, refused: Ban, left_out: MinusCircle, kept: Check, joined: Copy } as const;

/** The records of an import, with what is to be known of each in one line. */
export function RecordList({ shown, list, filter, current, onPick }: { shown: Import; list: ReturnType<typeof useRows>; filter: RowState | null; current: number | null; onPick: (ordinal: number) => void }) {
  const t = useTranslations("imports.records");
  const ui = useTranslations("ui");
  const { date } = useDates();
  const { rows, more, problem, again } = list;
  const detail = (row: ImportRow): string => {
    const [look] = row.looks;
    if (row.state === "look" && look) return t(`looks.${look}`);
    return [row.publisher ?? row.outlet, date(row.publishedOn)].filter(Boolean).join(" · ");
  };
  const [first] = shown.files;
  const nameOf = (row: ImportRow): string => (row.state === "refused" ? t("refusedIs", { place: row.entry || (shown.files.length > 1 || first?.name !== row.file ? row.file : t("record", { n: row.ordinal + 1 })), reason: row.reason ?? "" }) : row.title || t("untitled"));
  if (problem && rows === null) return <div className="records"><ErrorState what={t("notRead")} todo={problem.detail} action={<Button size="small" onClick={() => void again()}>{t("again")}</Button>} /></div>;
  if (rows === null) return <div className="records padded"><Skeleton label={ui("loading")} rows={8} /></div>;
  return (
    <div className="records">
      {rows.length === 0 && filter !== null && <EmptyState what={t("noneHere")} />}
      <ul className="recs" aria-label={t("label")}>
        {rows.map((row) => (
          <li key={row.ordinal} className={classNames(row.ordinal === current && "on", row.state === "refused" && "bad", row.state === "left_out" && "out")}>
            <Icon of={SIGNS[row.state]} size="s" />
            <span className="k">{t(`states.${row.state}`)}</span>
            <button type="button" className="t cut" dir="auto" {...(row.ordinal === current ? { "aria-current": true } : {})} onClick={() => onPick(row.ordinal)}>{nameOf(row)}</button>
            <span className="x12 num cut" dir="auto">{row.state === "refused" ? "" : detail(row)}</span>
          </li>
        ))}
      </ul>
      {more && <p className="more"><Button size="small" onClick={() => void more()}>{t("more")}</Button></p>}
      {shown.previewed !== null && shown.previewed < shown.counts.seen && filter === null && !more && <p className="more x12">{t("behind", { n: shown.previewed })}</p>}
    </div>
  );
}
