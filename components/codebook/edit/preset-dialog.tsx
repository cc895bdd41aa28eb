"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { unwrap, type Problem } from "@/components/api/client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import type { Preset, PresetId } from "@/lib/codebook/presets/apply";
import { codebookApi, problemOf } from "../api";
import type { DraftContent } from "../types";

const REPLACES: readonly PresetId[] = ["framing", "class"];

/** Adds a ready-made part to the draft. Everything in it can be changed afterwards. */
export function PresetDialog({ projectId, version, presets, onClose, onDraft }: { projectId: string; version: number; presets: readonly Preset[]; onClose: () => void; onDraft: (draft: DraftContent) => void }) {
  const [t, acts] = [useTranslations("codebookEdit.preset"), useTranslations("acts")];
  const [preset, setPreset] = useState<PresetId | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async () => {
    if (preset === null) return;
    setBusy(true);
    setProblem(null);
    try {
      onDraft((await unwrap(codebookApi.draft.preset.$post({ param: { projectId }, json: { version, preset } }))) as DraftContent);
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open wide onClose={onClose} title={t("title")} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" busy={busy} disabled={preset === null} onClick={() => void add()}>{busy ? t("adding") : t("add")}</Button></>}>
      {problem && <Alert>{problem.detail}</Alert>}
      <Choice
        legend={t("which")} value={preset} onChange={setPreset}
        options={presets.map(({ id, name, adds, source }) => ({ value: id, label: name, detail: <>{adds} <span className="faint">{source}</span></> }))}
      />
      {preset !== null && REPLACES.includes(preset) && <Note>{t("replaces")}</Note>}
    </Dialog>
  );
}
