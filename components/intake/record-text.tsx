"use client";

import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";

/** The words of a record: its blocks, or the plain text to be put right. */
export function RecordText({ text, open, onText, children }: { text: string; open: boolean; onText: (text: string) => Promise<boolean>; children: ReactNode }) {
  const t = useTranslations("imports.record");
  const acts = useTranslations("acts");
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (typed === null) {
    return <>{open && <div><Button size="small" look="quiet" onClick={() => setTyped(text)}>{t("editText")}</Button></div>}{children}</>;
  }
  const save = async () => {
    setBusy(true);
    if (typed === text || (await onText(typed))) setTyped(null);
    setBusy(false);
  };
  return (
    <form className="stack s2" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <TextArea label={t("text")} hint={t("textHint")} serif rows={12} dir="auto" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div className="form-acts"><Button type="submit" look="primary" busy={busy}>{busy ? acts("saving") : acts("save")}</Button><Button look="quiet" onClick={() => setTyped(null)}>{acts("cancel")}</Button></div>
    </form>
  );
}
