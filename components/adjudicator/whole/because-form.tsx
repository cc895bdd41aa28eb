"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { REASONS, type Reason } from "@/lib/adjudication/cluster";
import type { Because } from "../state/requests";

/** Asks why something is to stand that nobody said. */
export function BecauseForm({ what, onRecord, onLeave }: { what: string; onRecord: (because: Because) => void; onLeave: () => void }) {
  const t = useTranslations("adjudicate");
  const acts = useTranslations("acts");
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const record = (): void => {
    setAsked(true);
    if (reason !== null && note.trim() !== "") onRecord({ reason, note: note.trim() });
  };
  return (
    <div className="because">
      <p className="x12">{t("whole.nobodySaid", { value: what })}</p>
      <Select label={t("form.reason")} value={reason ?? ""} error={asked && reason === null && t("why.reasonNeeded")} onChange={(event) => setReason(REASONS.find((one) => one === event.target.value) ?? null)} options={[{ value: "", label: t("why.reasonNeeded") }, ...REASONS.map((value) => ({ value, label: t(`why.reasons.${value}`) }))]} />
      <TextArea label={t("form.whyNote")} rows={2} maxLength={4000} error={asked && note.trim() === "" && t("form.lacking.note")} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className="row"><Button size="small" onClick={record}>{t("form.record")}</Button><Button look="quiet" size="small" onClick={onLeave}>{acts("cancel")}</Button></div>
    </div>
  );
}
