"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { problemOf } from "@/components/articles/api";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { revisionsApi } from "./api";
import { MarkCounts, MovedMarks, type ShownCounts, type ShownMark } from "./moved-marks";

type Preview = { version: number; title: string; words: number; marks: ShownCounts; key: ShownCounts | null; lostBlocks: number[]; unsearched: number; items: ShownMark[] };

/** Corrects the text of an article: the whole text, what would become of the marks on it, and then the new revision. */
export function ReviseForm({ projectId, article }: { projectId: string; article: { id: string; title: string; text: string; language: string | null } }) {
  const router = useRouter();
  const toast = useToast();
  const [t, acts] = [useTranslations("revisions"), useTranslations("acts")];
  const [text, setText] = useState(article.text);
  const [note, setNote] = useState("");
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const param = { projectId, articleId: article.id };
  const home = `/p/${projectId}/articles/${article.id}`;

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
      setPreview(null);
    } finally {
      setBusy(false);
    }
  };
  const look = () => run(async () => setPreview(await unwrap(revisionsApi.preview.$post({ param, json: { text } }))));
  const make = ({ version }: Preview) => run(async () => {
    const made = await unwrap(revisionsApi.$post({ param, json: { version, text, ...(note.trim() === "" ? {} : { note: note.trim() }) } }));
    toast({ text: t("made", { n: made.number }) });
    router.push(`${home}/revisions?show=${made.id}`);
    router.refresh();
  });

  return (
    <div className="page">
      <PageHead title={t("correct")} sub={t("correctWhy")} />
      <form className="form" aria-label={t("correct")} onSubmit={(event) => { event.preventDefault(); if (!busy) void look(); }}>
        {problem && <Alert>{problem.detail}</Alert>}
        <TextArea label={t("text")} hint={t("textHint")} serif rows={16} value={text} dir="auto" {...(article.language === null ? {} : { lang: article.language })} onChange={(event) => { setText(event.target.value); setPreview(null); }} />
        <TextInput label={t("note")} hint={t("noteHint")} maxLength={500} dir="auto" value={note} autoComplete="off" onChange={(event) => setNote(event.target.value)} />
        <div className="form-acts">
          <Button type="submit" look={preview === null ? "primary" : "quiet"} busy={busy && preview === null} disabled={text.trim() === "" || text === article.text}>{t("look")}</Button>
          <Button look="quiet" href={home}>{acts("cancel")}</Button>
        </div>
      </form>
      {preview && (
        <section className="sect" aria-labelledby="would">
          <div className="sect-h"><h2 id="would">{t("would")}</h2><span className="x12 num">{t("size", { n: preview.words })}</span></div>
          <p className="serif wrap-any" dir="auto">{preview.title}</p>
          <MarkCounts marks={preview.marks} />
          {preview.key && <p className="x12">{t("key", { n: preview.key.orphaned })}</p>}
          {preview.marks.orphaned > 0 && <Note>{t("orphansStay", { n: preview.marks.orphaned })}</Note>}
          {preview.lostBlocks.length > 0 && <Note>{t("lostBlocks", { n: preview.lostBlocks.length })}</Note>}
          {preview.unsearched > 0 && <Note>{t("unsearched", { n: preview.unsearched })}</Note>}
          {preview.items.length > 0 && <MovedMarks items={preview.items} />}
          <p className="x12">{t("stays")}</p>
          <div className="form-acts"><Button look="primary" busy={busy} onClick={() => void make(preview)}>{busy ? t("making") : t("make")}</Button></div>
        </section>
      )}
    </div>
  );
}
