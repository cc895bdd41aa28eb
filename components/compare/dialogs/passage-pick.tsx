"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { TextInput } from "@/components/ui/text-input";
import type { ShownRow } from "@/lib/compare/document";
import type { RowCell } from "@/lib/compare/passage";
import { useComparison } from "../context";

/** Passages that are listed at once. */
const LISTED = 30;

/** A passage of another article to choose, by its words. */
export function PassagePick({ row, articleId, chosen, onChoose }: { row: ShownRow; articleId: string; chosen: RowCell | null; onChoose: (cell: RowCell) => void }) {
  const t = useTranslations("compare.correct");
  const { found, naming } = useComparison();
  const [sought, setSought] = useState("");
  const group = useId();
  const words = sought.toLowerCase().split(/\s+/u).filter((word) => word !== "");
  const all = found.rows.filter((one) => one.key !== row.key && !one.headlines).flatMap((one) => one.cells.filter((cell) => cell.articleId !== articleId).map((cell) => {
    const text = cell.sentences.map((index) => found.columns.find(({ id }) => id === cell.articleId)?.sentences[index]?.text ?? "").join(" ");
    return { key: `${one.key} ${cell.articleId}`, cell, text, name: naming.column(cell.articleId) };
  }));
  const matching = all.filter(({ text, name }) => words.every((word) => `${name} ${text}`.toLowerCase().includes(word)));
  return (
    <div className="form">
      <TextInput label={t("find")} value={sought} onChange={(event) => setSought(event.target.value)} />
      {matching.length === 0 ? <p className="x12">{t("noMatch")}</p> : (
        <fieldset className="pick-list cmp-pick" tabIndex={-1}>
          <legend className="vh">{t("passages")}</legend>
          {matching.slice(0, LISTED).map(({ key, cell, text, name }) => (
            <label key={key} className="check"><input type="radio" className="dot" name={group} checked={chosen === cell} onChange={() => onChoose(cell)} /><span className="words"><b dir="auto">{name}</b> <span className="serif" dir="auto">{text}</span></span></label>
          ))}
        </fieldset>
      )}
      {matching.length > LISTED && <p className="x12">{t("more", { n: matching.length - LISTED })}</p>}
    </div>
  );
}
