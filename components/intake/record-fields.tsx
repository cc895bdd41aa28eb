"use client";

import { useId, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import type { Problem } from "@/components/api/client";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useDates } from "@/components/words/use-dates";
import { fieldError } from "@/components/articles/api";
import { GENRES } from "@/lib/articles/provenance";
import type { ImportRecord, RowFields } from "./import-types";
import { evidenceOf, standing } from "./record-values";

type OnFields = (fields: Partial<RowFields>) => Promise<boolean>;
type Line = { record: ImportRecord; open: boolean; problem: Problem | null; onFields: OnFields };
const TYPED = ["outletName", "publisherName", "byline", "language", "url"] as const;

/** What is said of the article, each value with where it was read, to be put right. */
export function RecordFields({ outlets, ...line }: Line & { outlets: readonly string[] }) {
  const id = useId();
  const t = useTranslations("imports.fields");
  const provenance = useTranslations("articles.provenance");
  const names = useTranslations("names.genres");
  const { record, open, onFields } = line;
  const said = standing(record);
  return (
    <div className="meta">
      <datalist id={`${id}-outlets`}>{outlets.map((name) => <option key={name} value={name} />)}</datalist>
      <Typed {...line} field="title" label={t("title")} max={300} />
      <Published {...line} />
      {TYPED.slice(0, 4).map((field) => <Typed key={field} {...line} field={field} label={t(field)} max={field === "byline" ? 300 : field === "language" ? 35 : 200} list={field === "outletName" || field === "publisherName" ? `${id}-outlets` : undefined} />)}
      <Row label={t("genre")} record={record} field="genre">
        <Select label={t("genre")} hideLabel size="small" disabled={!open} value={said.genre ?? ""} onChange={(event) => void onFields({ genre: GENRES.find((genre) => genre === event.target.value) ?? null })} options={[{ value: "", label: provenance("noGenre") }, ...GENRES.map((value) => ({ value, label: names(value) }))]} />
      </Row>
      <Typed {...line} field="url" label={t("url")} max={2000} />
    </div>
  );
}

/** A line: what it is, the control, and from where its value comes. */
function Row({ label, record, field, hint, children }: { label: string; record: ImportRecord; field: keyof RowFields; hint?: string | undefined; children: ReactNode }) {
  const t = useTranslations("imports.fields");
  const evidence = evidenceOf(record, field);
  const words = hint ?? (evidence === null ? "" : evidence === "hand" ? t("byHand") : t(`from.${evidence.from}`));
  const value = standing(record)[field];
  // Words that only say the value once more are no evidence to read.
  const quote = evidence !== null && evidence !== "hand" && hint === undefined && field !== "language" && evidence.quote.trim() !== value ? evidence.quote.trim().slice(0, 160) : "";
  return (
    <>
      <span className="lab" aria-hidden="true">{label}</span>
      <div className="ask">
        {children}
        {words !== "" && <span className="x12 from">{words}{quote !== "" && <> <q dir="auto">{quote}</q></>}</span>}
      </div>
    </>
  );
}

/** A value that is typed; it is saved when the field is left. What was typed stays until it is saved. */
function Typed({ record, open, problem, onFields, field, label, max, list }: Line & { field: "title" | (typeof TYPED)[number]; label: string; max: number; list?: string | undefined }) {
  const t = useTranslations("imports.fields");
  const saved = standing(record)[field] ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const save = async () => {
    const words = (typed ?? saved).trim();
    if (typed === null || words === saved || (field === "title" && words === "")) return setTyped(null);
    if (await onFields({ [field]: words === "" ? null : words })) setTyped(null);
  };
  return (
    <Row label={label} record={record} field={field}>
      <TextInput
        label={label} hideLabel size="small" dir="auto" autoComplete="off" maxLength={max} list={list} readOnly={!open} placeholder={t("unknown")}
        className={field} value={typed ?? saved} error={typed === null ? undefined : fieldError(problem, `fields/${field}`)}
        onChange={(event) => setTyped(event.target.value)} onBlur={() => void save()} onKeyDown={(event) => event.key === "Enter" && void save()}
      />
    </Row>
  );
}

/** The day; where the same words can be read in several ways, these are offered. */
function Published({ record, open, problem, onFields }: Line) {
  const t = useTranslations("imports.fields");
  const { date } = useDates();
  const saved = standing(record).publishedOn;
  const read = record.proposals?.publishedOn ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  const ways = read ? [read.value, ...read.others] : [];
  const save = async () => {
    if (typed === null || typed === (saved ?? "")) return setTyped(null);
    if (await onFields({ publishedOn: typed === "" ? null : typed })) setTyped(null);
  };
  return (
    <Row label={t("publishedOn")} record={record} field="publishedOn" hint={ways.length > 1 ? t("twoWays", { words: read?.quote ?? "", n: ways.length }) : undefined}>
      {ways.length > 1 && open && <Segmented label={t("publishedOn")} size="small" options={ways.map((day) => ({ value: day, label: date(day) }))} value={saved} onChange={(day) => void onFields({ publishedOn: day })} />}
      {(ways.length < 2 || !open) && <TextInput label={t("publishedOn")} hideLabel size="small" type="date" min="1000-01-01" max="9999-12-31" readOnly={!open} value={typed ?? saved ?? ""} error={typed === null ? undefined : fieldError(problem, "fields/publishedOn")} onChange={(event) => setTyped(event.target.value)} onBlur={() => void save()} />}
    </Row>
  );
}
