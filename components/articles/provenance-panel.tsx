"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { useDates } from "@/components/words/use-dates";
import type { Genre } from "@/lib/articles/provenance";
import { articlesApi, fieldError, problemOf } from "./api";
import { ProvenanceInputs } from "./provenance-fields";
import { sentProvenance, type ProvenanceFields } from "./provenance-form";

/** What is said of an article beside its words. */
export type Provenance = { id: string; version: number; title: string; outlet: string | null; publisher: string | null; byline: string | null; url: string | null; publishedOn: string | null; genre: string | null; language: string | null; sourceHidden?: boolean | undefined };
type Copy = { id: string; title: string };

const fieldsOf = (of: Provenance, copyOf: Copy | null): ProvenanceFields => ({
  outletName: of.outlet ?? "", publisherName: of.publisher ?? "", byline: of.byline ?? "", url: of.url ?? "", publishedOn: of.publishedOn ?? "", genre: of.genre ?? "", language: of.language ?? "", copyOf,
});

/** Where an article comes from, to read and, for coordinators, to put right. */
export function ProvenancePanel({ projectId, article, copies, outlets, mayWrite }: { projectId: string; article: Provenance; copies: readonly Copy[]; outlets: readonly string[]; mayWrite: boolean }) {
  const t = useTranslations("articles.provenance");
  const acts = useTranslations("acts");
  const [editing, setEditing] = useState(false);
  return (
    <section className="sect">
      <div className="sect-h"><h2>{t("title")}</h2>{mayWrite && !editing && <span className="push"><Button size="small" onClick={() => setEditing(true)}>{acts("edit")}</Button></span>}</div>
      {editing ? <ProvenanceForm {...{ projectId, article, copies, outlets }} onDone={() => setEditing(false)} /> : <Facts article={article} />}
    </section>
  );
}

function Facts({ article }: { article: Provenance }) {
  const t = useTranslations("articles.provenance");
  const names = useTranslations("names.genres");
  const { date } = useDates();
  const unknown = <span className="faint">{t("unknown")}</span>;
  const source = article.sourceHidden ? <><i className="redact hatch w72" /> <span className="faint">{t("hidden")}</span></> : unknown;
  const rows: [string, React.ReactNode][] = [
    [t("outlet"), article.outlet ?? source],
    [t("publisher"), article.publisher ?? source],
    [t("byline"), article.byline ?? source],
    [t("published"), date(article.publishedOn) || unknown],
    [t("genre"), article.genre ? names(article.genre as Genre) : unknown],
    [t("language"), article.language ?? unknown],
    [t("address"), article.url ? <a className="link" href={article.url} target="_blank" rel="noopener noreferrer nofollow">{article.url}</a> : source],
  ];
  return <dl className="facts">{rows.map(([name, value]) => <Fact key={name} name={name}>{value}</Fact>)}</dl>;
}

/** One line of facts. */
export function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return <><dt>{name}</dt><dd dir="auto">{children}</dd></>;
}

function ProvenanceForm({ projectId, article, copies, outlets, onDone }: { projectId: string; article: Provenance; copies: readonly Copy[]; outlets: readonly string[]; onDone: () => void }) {
  const router = useRouter();
  const t = useTranslations("articles.provenance");
  const acts = useTranslations("acts");
  const firstCopy = copies[0] ?? null;
  const [title, setTitle] = useState(article.title);
  const [fields, setFields] = useState(() => fieldsOf(article, firstCopy));
  const [version, setVersion] = useState(article.version);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const current = problem?.code === "conflict" ? (problem.current as { version: number } | undefined) : undefined;

  const save = async (seen: number) => {
    setBusy(true);
    setProblem(null);
    try {
      const { genre, ...rest } = sentProvenance(fields);
      const copy = fields.copyOf?.id === firstCopy?.id ? {} : { workOf: fields.copyOf?.id ?? null };
      const json = { version: seen, ...rest, genre: genre as Genre | null, ...copy, ...(title.trim() === article.title ? {} : { title }) };
      await unwrap(articlesApi.projects[":projectId"].articles[":articleId"].$patch({ param: { projectId, articleId: article.id }, json }));
      onDone();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const overwrite = () => {
    if (!current) return;
    setVersion(current.version);
    void save(current.version);
  };
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void save(version); }}>
      {problem && <Alert>{problem.detail} {current && <Button size="small" onClick={overwrite}>{acts("saveOver")}</Button>}</Alert>}
      <TextInput label={t("titleField")} hint={t("titleHint")} maxLength={300} value={title} error={fieldError(problem, "title")} onChange={(event) => setTitle(event.target.value)} />
      <ProvenanceInputs {...{ projectId, fields, outlets, problem }} articleId={article.id} onChange={(change) => setFields({ ...fields, ...change })} />
      <div className="form-acts"><Button type="submit" look="primary" busy={busy}>{busy ? acts("saving") : acts("save")}</Button><Button look="quiet" onClick={onDone}>{acts("cancel")}</Button></div>
    </form>
  );
}
