"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { type Problem, unwrap } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { TextArea } from "@/components/ui/text-area";
import { type Brought, judgementTablesApi } from "./api";
import { WhatItBrings } from "./what-it-brings";

type Line = { line?: number; message: string };
type State = { readonly at: "table" } | { readonly at: "looked"; readonly brings: Brought } | { readonly at: "loaded"; readonly brings: Brought };

/** Takes in a table of judgements in two steps: what it would bring, then that. Changing the table goes back to the first. */
export function JudgementTableForm({ projectId }: { projectId: string }) {
  const t = useTranslations("judgementTable");
  const [csv, setCsv] = useState("");
  const [state, setState] = useState<State>({ at: "table" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const lines = ((problem?.errors ?? []) as readonly Line[]).filter((error) => error.line !== undefined);

  const type = (text: string): void => {
    setCsv(text);
    setState({ at: "table" });
    setProblem(null);
  };
  const run = async (work: () => Promise<State>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      setState(await work());
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const sent = { param: { projectId }, json: { csv } };
  const look = () => run(async () => ({ at: "looked", brings: await unwrap(judgementTablesApi.check.$post(sent)) }));
  const load = () => run(async () => ({ at: "loaded", brings: await unwrap(judgementTablesApi.$post(sent)) }));
  const next = state.at === "looked" ? load : look;

  if (state.at === "loaded")
    return (
      <section aria-labelledby="loaded" className="stack s4">
        <h2 id="loaded" tabIndex={-1} ref={(heading) => heading?.focus()}>{t("loaded")}</h2>
        <WhatItBrings brings={state.brings} />
        <div className="form-acts">
          <Link className="btn primary" href={`/p/${projectId}/stance?measured=judgements`}>{t("toStance")}</Link>
          <Link className="btn" href={`/p/${projectId}/articles`}>{t("toArticles")}</Link>
        </div>
      </section>
    );
  return (
    <form className="form wide" aria-label={t("title")} onSubmit={(event) => { event.preventDefault(); if (!busy) void next(); }}>
      {problem && (lines.length > 0 ? <Alert><p>{t("wrong", { n: lines.length })}</p><ul className="plain">{lines.map(({ line, message }) => <li key={`${line} ${message}`}>{t("line", { line: line ?? 1 })} {message}</li>)}</ul></Alert> : <Alert>{problem.detail}</Alert>)}
      <label className="x12">{t("file")} <input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => void event.target.files?.[0]?.text().then(type)} /></label>
      <TextArea label={t("table")} hint={t("tableHint")} rows={10} value={csv} onChange={(event) => type(event.target.value)} dir="auto" />
      {state.at === "looked" && <section aria-labelledby="brings" className="stack s2"><h2 id="brings">{t("brings")}</h2><WhatItBrings brings={state.brings} /><Note>{t("once")}</Note></section>}
      <div className="form-acts">
        <Button type="submit" look="primary" busy={busy} disabled={csv.trim() === ""}>{busy ? t("working") : state.at === "looked" ? t("load", { n: state.brings.judgements }) : t("look")}</Button>
      </div>
    </form>
  );
}
