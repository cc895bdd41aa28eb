"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap } from "@/components/api/client";
import { articlesApi, problemOf } from "./api";
import { addable } from "./intake-records";
import { MAX_FILES, readTextFile, type Refused, takeCarried } from "./intake-files";
import { fileDraft, refusedDraft, type Draft } from "./intake-state";
import { sentProvenance } from "./provenance-form";
import type { Genre } from "@/lib/articles/provenance";

/** The drafts of the page: reading files, changing them, adding them one by one. */
export function useIntake(projectId: string) {
  const router = useRouter();
  const t = useTranslations("intake.refused");
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const latest = useRef(drafts);
  useEffect(() => {
    latest.current = drafts;
  }, [drafts]);

  const put = useCallback((draft: Draft) => setDrafts((before) => (before.some((other) => other.key === draft.key) ? before.map((other) => (other.key === draft.key ? draft : other)) : [...before, draft])), []);
  const remove = (key: string) => {
    setDrafts((before) => before.filter((draft) => draft.key !== key));
    setCurrent((before) => (before === key ? null : before));
  };

  const why = useCallback((read: Refused): string => ("message" in read ? read.message : "bytes" in read ? t("too_long", { bytes: read.bytes }) : t(read.why)), [t]);
  const addFiles = useCallback(async (files: readonly File[]) => {
    for (const file of files.slice(0, MAX_FILES)) {
      const read = await readTextFile(file);
      const draft = "text" in read ? fileDraft(read.name, read.text) : refusedDraft(read.name, why(read));
      put(draft);
      setCurrent((before) => before ?? draft.key);
    }
    for (const file of files.slice(MAX_FILES)) put(refusedDraft(file.name, t("too_many", { most: MAX_FILES })));
  }, [put, t, why]);

  useEffect(() => {
    const files = takeCarried();
    // The files of the page before are read once, after this page is shown.
    if (files.length > 0) void Promise.resolve().then(() => addFiles(files));
  }, [addFiles]);

  const unsaved = drafts.some((draft) => draft.state === "ready" && draft.text.trim() !== "");
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);

  const addOne = async (draft: Draft): Promise<Draft> => {
    const { genre, ...fields } = sentProvenance(draft.fields);
    const json = { text: draft.text, ...fields, genre: genre as Genre | null, workOf: draft.fields.copyOf?.id ?? null, blocks: [...draft.kinds] };
    try {
      const made = await unwrap(articlesApi.projects[":projectId"].articles.$post({ param: { projectId }, json }, { headers: { "Operation-Id": draft.op } }));
      return { ...draft, state: "added", problem: null, added: { id: made.id, sameText: made.sameText } };
    } catch (error) {
      return { ...draft, state: "ready", problem: problemOf(error) };
    }
  };

  const addAll = async () => {
    setAdding(true);
    const done: Draft[] = [];
    for (const { key } of addable(drafts)) {
      const draft = latest.current.find((other) => other.key === key);
      if (!draft) continue;
      put({ ...draft, state: "adding" });
      const after = await addOne(draft);
      put(after);
      done.push(after);
    }
    setAdding(false);
    const failed = done.find((draft) => draft.problem);
    setCurrent(failed?.key ?? null);
    router.refresh();
    const [only] = done;
    if (done.length === 1 && latest.current.length === 1 && only?.added) router.push(`/p/${projectId}/articles/${only.added.id}`);
  };

  return { drafts, current, setCurrent, put, remove, addFiles, addAll, adding };
}
