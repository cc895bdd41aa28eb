"use client";

import { useState, type KeyboardEvent, type RefObject } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { REASONS, type Reason } from "@/lib/adjudication/cluster";
import { overridesEverybody } from "@/lib/adjudication/decision";
import type { ShownCluster } from "../types";

/** Asks why nothing stands: one of a few reasons, and a note where everybody who read the words marked them. */
export function NoneDialog({ cluster, within, recordKey, onClose, onRecord }: {
  cluster: ShownCluster;
  within: RefObject<HTMLElement | null>;
  /** The key that records, as it stands on a key cap. */
  recordKey: string | undefined;
  onClose: () => void;
  /** `propose`: a change to the codebook is to be written next. */
  onRecord: (reason: Reason, note: string, propose: boolean) => void;
}) {
  const t = useTranslations("adjudicate.why");
  const acts = useTranslations("acts");
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState("");
  const [propose, setPropose] = useState(false);
  const [asked, setAsked] = useState(false);
  const needsNote = overridesEverybody(cluster, { outcome: "rejected", method: "rejected", from: [], settled: [], reason, note });
  const record = (): void => {
    setAsked(true);
    if (reason !== null && (!needsNote || note.trim() !== "")) onRecord(reason, note.trim(), propose && reason === "codebook_gap");
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    record();
  };
  return (
    <Dialog open docked within={within} onClose={onClose} title={t("title")} acts={<><Button look="quiet" onClick={onClose}>{acts("cancel")}</Button><Button look="primary" keys={recordKey} onClick={record}>{t("record")}</Button></>}>
      <div className="why-form" onKeyDown={pressed}>
        <div className="why" role="radiogroup" aria-label={t("title")}>
          {REASONS.map((one) => (
            <label key={one} className="check"><input type="radio" className="dot" name="why" checked={reason === one} onChange={() => setReason(one)} /><span>{t(`reasons.${one}`)}</span></label>
          ))}
        </div>
        {asked && reason === null && <p className="bad-text" role="alert">{t("reasonNeeded")}</p>}
        <TextArea label={t("note")} rows={3} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} error={asked && needsNote && note.trim() === "" && t("noteNeeded")} />
        {reason === "codebook_gap" && <Checkbox label={t("propose")} hint={t("proposeHint")} checked={propose} onChange={(event) => setPropose(event.target.checked)} />}
      </div>
    </Dialog>
  );
}
