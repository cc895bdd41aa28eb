"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { fieldError, problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { outletsApi } from "./api";

/** An outlet as it is edited. */
export type EditedOutlet = { id: string; name: string; aliases: readonly string[]; domains: readonly string[]; owner: string | null; country: string | null; language: string | null; version: number };

const FIELDS = ["name", "aliases", "domains", "owner", "country", "language"] as const;
const split = (text: string): string[] => text.split(";").map((part) => part.trim()).filter((part) => part !== "");

/** A new outlet, or one that is being changed. */
export function OutletForm({ projectId, outlet, onDone, onCancel }: { projectId: string; outlet: EditedOutlet | null; onDone: (saved: { name: string }) => void; onCancel: () => void }) {
  const t = useTranslations("outlets.form");
  const [acts, outlets] = [useTranslations("acts"), useTranslations("outlets")];
  // What was there when the form opened: a refresh of the page must not slip a newer version under old words.
  const [seen] = useState(outlet);
  const shown = seen?.aliases.join("; ") ?? "";
  const [fields, setFields] = useState({ name: seen?.name ?? "", aliases: shown, domains: seen?.domains.join("; ") ?? "", owner: seen?.owner ?? "", country: seen?.country ?? "", language: seen?.language ?? "" });
  const [version, setVersion] = useState(seen?.version ?? 0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const current = problem?.code === "conflict" ? (problem.current as { version: number } | undefined) : undefined;
  const besideField = FIELDS.some((field) => fieldError(problem, field) !== undefined);

  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  useEffect(() => { if (besideField) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus(); }, [problem, besideField]);

  const save = async (over: number) => {
    setBusy(true);
    setProblem(null);
    setVersion(over);
    const json = {
      name: fields.name,
      aliases: seen && fields.aliases === shown ? [...seen.aliases] : split(fields.aliases),
      domains: split(fields.domains),
      owner: fields.owner.trim() || null,
      country: fields.country.trim().toUpperCase() || null,
      language: fields.language.trim() || null,
    };
    try {
      const saved = seen === null
        ? await unwrap(outletsApi.$post({ param: { projectId }, json }))
        : await unwrap(outletsApi[":outletId"].$patch({ param: { projectId, outletId: seen.id }, json: { version: over, ...json } }));
      onDone(saved);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const text = (field: (typeof FIELDS)[number]) => ({
    value: fields[field],
    error: fieldError(problem, field),
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [field]: event.target.value }),
  });

  return (
    <form ref={form} className="form" aria-label={seen ? t("change", { name: seen.name }) : t("add")} onSubmit={(event) => { event.preventDefault(); if (!busy) void save(version); }}>
      {problem && !besideField && <Alert>{problem.detail} {current && <Button size="small" onClick={() => void save(current.version)}>{acts("saveOver")}</Button>}</Alert>}
      <div className="cols-2">
        <TextInput label={t("name")} required maxLength={200} dir="auto" {...text("name")} />
        <TextInput label={t("aliases")} hint={t("aliasesHint")} dir="auto" {...text("aliases")} />
        <TextInput label={t("domains")} hint={t("domainsHint")} {...text("domains")} />
        <TextInput label={t("owner")} maxLength={200} dir="auto" {...text("owner")} />
        <TextInput label={t("country")} hint={t("countryHint")} maxLength={2} {...text("country")} />
        <TextInput label={t("language")} hint={t("languageHint")} maxLength={35} {...text("language")} />
      </div>
      <div className="form-acts">
        <Button type="submit" look="primary" busy={busy} disabled={fields.name.trim() === ""}>{busy ? acts("saving") : seen ? acts("save") : outlets("add")}</Button>
        <Button look="quiet" onClick={onCancel}>{acts("cancel")}</Button>
      </div>
    </form>
  );
}
