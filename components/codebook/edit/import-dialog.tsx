"use client";

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { codebookApi, problemOf } from "../api";
import type { DraftContent } from "../types";
import { sentence } from "./editing";
import { LONGEST, readFile, type ReadFile } from "./read-file";

/** Reads a codebook file into the draft: first what is wrong with it or what was left out, then the draft. */
export function ImportDialog({ projectId, version, onClose, onDraft }: { projectId: string; version: number; onClose: () => void; onDraft: (draft: DraftContent) => void }) {
  const t = useTranslations("codebookEdit.import");
  const acts = useTranslations("acts");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ file: string; detail: string; errors: Problem["errors"] } | null>(null);
  const [done, setDone] = useState<{ file: string; report: readonly string[] } | null>(null);

  const send = async (file: ReadFile) => {
    if (!file.ok) return setProblem({ file: file.name, detail: file.why === "tooLong" ? t("tooLong", { bytes: file.bytes, most: LONGEST }) : t(file.why), errors: undefined });
    setBusy(true);
    setProblem(null);
    try {
      const { draft, report } = await unwrap(codebookApi.draft.import.$post({ param: { projectId }, json: { version, format: file.format, text: file.text } }));
      onDraft(draft as DraftContent);
      setDone({ file: file.name, report });
    } catch (error) {
      const { detail, errors } = problemOf(error);
      setProblem({ file: file.name, detail, errors });
    } finally {
      setBusy(false);
    }
  };

  if (done) {
    return (
      <Dialog open onClose={onClose} title={t("done")} acts={<Button look="primary" onClick={onClose}>{t("look")}</Button>}>
        <p>{t(done.report.length === 0 ? "readAll" : "readSome", { file: done.file })}</p>
        {done.report.length > 0 && <ul className="plain-list cb-report">{done.report.map((line, index) => <li key={index}>{line}</li>)}</ul>}
      </Dialog>
    );
  }
  return (
    <Dialog open wide onClose={onClose} title={t("title")} acts={<Button look="quiet" onClick={onClose}>{acts("cancel")}</Button>}>
      <p className="muted">{t("sub")}</p>
      <CodebookDrop busy={busy} onFile={(file) => void readFile(file).then(send)} />
      {problem && (
        <Alert>
          {t("notRead", { file: problem.file, why: problem.detail })}
          {problem.errors !== undefined && problem.errors.length > 1 && <ul className="plain-list cb-report">{problem.errors.map((error) => <li key={`${error.path} ${error.message}`}><code>{error.path}</code> {sentence(error.message)}</li>)}</ul>}
        </Alert>
      )}
    </Dialog>
  );
}

function CodebookDrop({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const t = useTranslations("codebookEdit.import");
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  return (
    <div className={classNames("drop", over && "is-over")} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files); }}>
      <Icon of={Upload} size="l" />
      <div><p>{t("drop")}</p><span className="x12">{t("what")}</span></div>
      <input
        ref={input} type="file" className="vh" tabIndex={-1} aria-label={t("file")} accept=".json,.qdc,.xml,application/json"
        onChange={(event) => {
          take(event.target.files);
          // The same file can then be chosen again after it was corrected.
          event.target.value = "";
        }}
      />
      <Button busy={busy} onClick={() => input.current?.click()}>{busy ? t("reading") : t("choose")}</Button>
    </div>
  );
}
