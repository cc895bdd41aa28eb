"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { TextInput } from "@/components/ui/text-input";

const PAUSE_MS = 800;

/** Why these words: one sentence, kept when typing pauses and when the field, or the page, is left. */
export function WhyField({ note, onSave }: { note: string; onSave: (note: string) => void }) {
  const t = useTranslations("lessonMark");
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, onSave });
  useEffect(() => {
    latest.current = { typed, onSave };
  });
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => latest.current.onSave(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const keep = (): void => {
      if (latest.current.typed !== null) latest.current.onSave(latest.current.typed);
    };
    window.addEventListener("pagehide", keep, { capture: true });
    return () => {
      window.removeEventListener("pagehide", keep, { capture: true });
      keep();
    };
  }, []);
  return <TextInput label={t("why")} maxLength={300} value={typed ?? note} onChange={(event) => setTyped(event.target.value)} onBlur={() => typed !== null && onSave(typed)} />;
}
