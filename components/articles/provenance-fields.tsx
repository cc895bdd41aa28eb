"use client";

import { useId } from "react";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Problem } from "@/components/api/client";
import { GENRE_NAMES, GENRES } from "@/lib/articles/provenance";
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
        <TextInput label="Outlet" hint="Who first published the words" list={`${id}-outlets`} maxLength={200} {...text("outletName")} />
        <TextInput label="Publisher" hint="The site it was captured from" list={`${id}-outlets`} maxLength={200} {...text("publisherName")} />
        <TextInput label="Byline" maxLength={300} {...text("byline")} />
        <TextInput label="Published" type="date" min="1000-01-01" max="9999-12-31" {...text("publishedOn")} />
        <Select label="Genre" value={fields.genre} onChange={(event) => onChange({ genre: event.target.value })} error={fieldError(problem, "genre")} options={[{ value: "", label: "Unknown" }, ...GENRES.map((value) => ({ value, label: GENRE_NAMES[value] }))]} />
        <TextInput label="Language" placeholder="en" list={`${id}-languages`} maxLength={35} {...text("language")} />
      </div>
      <TextInput label="Address" type="url" inputMode="url" placeholder="https://" maxLength={2000} {...text("url")} />
      <CopyOfField {...{ projectId, articleId }} value={fields.copyOf} onChange={(copyOf) => onChange({ copyOf })} error={fieldError(problem, "workOf")} />
    </div>
  );
}
