"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Problem } from "@/components/api/client";
import { GENRES } from "@/lib/articles/provenance";
import { fieldError } from "./api";
import { CopyOfField } from "./copy-of-field";
import type { ProvenanceFields } from "./provenance-form";

const LANGUAGES = ["en", "de", "fr", "es", "it", "pt-BR", "pl", "sq", "tr", "ar", "fa", "he", "ru", "uk", "zh", "ja"];

/** Where an article comes from: every field may stay empty, and what is unknown stays unknown. */
export function ProvenanceInputs({ projectId, articleId, fields, onChange, outlets, problem }: {
  projectId: string;
  /** The article itself, which cannot be its own copy. */
  articleId?: string | undefined;
  fields: ProvenanceFields;
  onChange: (change: Partial<ProvenanceFields>) => void;
  outlets: readonly string[];
  problem: Problem | null;
}) {
  const id = useId();
  const t = useTranslations("articles.provenance");
  const names = useTranslations("names.genres");
  const text = (name: "outletName" | "publisherName" | "byline" | "url" | "publishedOn" | "language") => ({
    value: fields[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
    error: fieldError(problem, name),
    dir: "auto" as const,
    autoComplete: "off",
  });
  return (
    <div className="form">
      <datalist id={`${id}-outlets`}>{outlets.map((name) => <option key={name} value={name} />)}</datalist>
      <datalist id={`${id}-languages`}>{LANGUAGES.map((tag) => <option key={tag} value={tag} />)}</datalist>
      <div className="cols-2">
        <TextInput label={t("outlet")} hint={t("outletHint")} list={`${id}-outlets`} maxLength={200} {...text("outletName")} />
        <TextInput label={t("publisher")} hint={t("publisherHint")} list={`${id}-outlets`} maxLength={200} {...text("publisherName")} />
        <TextInput label={t("byline")} maxLength={300} {...text("byline")} />
        <TextInput label={t("published")} type="date" min="1000-01-01" max="9999-12-31" {...text("publishedOn")} />
        <Select label={t("genre")} value={fields.genre} onChange={(event) => onChange({ genre: event.target.value })} error={fieldError(problem, "genre")} options={[{ value: "", label: t("noGenre") }, ...GENRES.map((value) => ({ value, label: names(value) }))]} />
        <TextInput label={t("language")} placeholder="en" list={`${id}-languages`} maxLength={35} {...text("language")} />
      </div>
      <TextInput label={t("address")} type="url" inputMode="url" placeholder="https://" maxLength={2000} {...text("url")} />
      <CopyOfField {...{ projectId, articleId }} value={fields.copyOf} onChange={(copyOf) => onChange({ copyOf })} error={fieldError(problem, "workOf")} />
    </div>
  );
}
