"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Mapping } from "@/lib/articles/formats/record";
import type { Import } from "./import-types";
import type { Act } from "./use-import";

const FIELDS = ["text", "html", "title", "byline", "outlet", "publisher", "url", "publishedOn", "capturedAt", "genre", "language"] as const;
type Field = (typeof FIELDS)[number];
type Column = { readonly name: string; readonly samples: readonly string[] };

/** The columns of the tables of an import, each once, with what stands in their first rows. */
function columnsOf({ files }: Import): Column[] {
  const found = new Map<string, Column>();
  for (const { table } of files)
    for (const [at, name] of (table?.columns ?? []).entries()) if (!found.has(name)) found.set(name, { name, samples: table?.sample.flatMap((row) => (row[at] ? [row[at]] : [])).slice(0, 2) ?? [] });
  return [...found.values()];
}
const mappingOf = ({ files }: Import): Mapping => Object.assign({}, ...files.map(({ table }) => table?.mapping ?? {})) as Mapping;
const fieldOf = (mapping: Mapping, column: string): Field | "" => FIELDS.find((field) => mapping[field] === column) ?? "";

/** Which column of a table carries what. Shown at once where no column carries the words; it is remembered for tables with the same columns. */
export function MappingTable({ shown, busy, onMapping }: { shown: Import; busy: Act | null; onMapping: (mapping: Mapping) => void }) {
  const t = useTranslations("imports.mapping");
  const [mapping, setMapping] = useState(() => mappingOf(shown));
  const columns = columnsOf(shown);
  const wordless = !mapping.text && !mapping.html;
  const [open, setOpen] = useState(wordless);
  if (columns.length === 0) return null;
  const choose = (column: string, field: Field | "") => {
    // A field comes from one column, and a column carries one field.
    const kept = Object.fromEntries(Object.entries(mapping).filter(([of, name]) => of !== field && name !== column && name !== null));
    setMapping(field === "" ? kept : { ...kept, [field]: column });
  };
  const used = columns.filter(({ name }) => fieldOf(mapping, name) !== "").map(({ name }) => `${t(`fields.${fieldOf(mapping, name) as Field}`)}: ${name}`);
  return (
    <div className="step-box stack s2 mapping">
      <div className="row"><h2>{t("title")}</h2><span className="x12 cut" dir="auto">{open ? t("remembered") : used.join(" · ")}</span><span className="push"><Button size="small" look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? "hide" : "change")}</Button></span></div>
      {open && (
        <>
          <TableScroll label={t("title")}>
            <table className="tb">
              <thead><tr><th scope="col">{t("column")}</th><th scope="col">{t("samples")}</th><th scope="col">{t("carries")}</th></tr></thead>
              <tbody>
                {columns.map(({ name, samples }) => (
                  <tr key={name}>
                    <th scope="row" dir="auto">{name}</th>
                    <td className="samples"><div className="x12" dir="auto">{samples.map((sample, i) => <span key={i} className="cut">{sample}</span>)}</div></td>
                    <td><Select label={t("carriesOf", { column: name })} hideLabel size="small" value={fieldOf(mapping, name)} onChange={(event) => choose(name, FIELDS.find((field) => field === event.target.value) ?? "")} options={[{ value: "", label: t("unused") }, ...FIELDS.map((value) => ({ value, label: t(`fields.${value}`) }))]} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          <div className="wrap"><Button size="small" look="primary" busy={busy !== null && typeof busy === "object" && "mapping" in busy} disabled={wordless} onClick={() => onMapping(mapping)}>{t("again")}</Button>{wordless && <span className="x12">{t("wordless")}</span>}</div>
        </>
      )}
    </div>
  );
}
