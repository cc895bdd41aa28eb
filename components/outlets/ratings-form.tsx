"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { fieldError, problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { ratingsApi } from "./api";

type Line = { line?: number; message: string };

/** Takes in a table of ratings, pasted or from a file, from one source. */
export function RatingsForm({ projectId, onDone, onCancel }: { projectId: string; onDone: (imported: { source: string; rows: number; unmatched: number }) => void; onCancel: () => void }) {
  const t = useTranslations("outlets.ratings");
  const acts = useTranslations("acts");
  const [source, setSource] = useState("");
  const [csv, setCsv] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const lines = ((problem?.errors ?? []) as readonly Line[]).filter((error) => error.line !== undefined);

  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      onDone(await unwrap(ratingsApi.$post({ param: { projectId }, json: { source, csv } })));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="form" aria-label={t("add")} onSubmit={(event) => { event.preventDefault(); if (!busy) void save(); }}>
      {problem && (lines.length > 1 ? <Alert><ul className="plain">{lines.map(({ line, message }) => <li key={`${line} ${message}`}>{t("line", { line: line ?? 1 })} {message}</li>)}</ul></Alert> : <Alert>{problem.detail}</Alert>)}
      <TextInput label={t("source")} hint={t("sourceHint")} required maxLength={120} dir="auto" value={source} error={fieldError(problem, "source")} autoComplete="off" onChange={(event) => setSource(event.target.value)} />
      <TextArea label={t("table")} hint={t("tableHint")} rows={6} value={csv} onChange={(event) => setCsv(event.target.value)} dir="auto" />
      <label className="x12">{t("file")} <input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => void event.target.files?.[0]?.text().then(setCsv)} /></label>
      <div className="form-acts">
        <Button type="submit" look="primary" busy={busy} disabled={source.trim() === "" || csv.trim() === ""}>{busy ? acts("saving") : t("take")}</Button>
        <Button look="quiet" onClick={onCancel}>{acts("cancel")}</Button>
      </div>
    </form>
  );
}
