"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { MAX_SPEAKER } from "@/lib/annotations/speaker";

/** Who says quoted words: a name to write, or to choose among those whom the article names. Told when focus leaves, and by Enter; `onType` hears every key. */
export function SpeakerField({ speaker, names, disabled = false, onType, onChange }: {
  speaker: string | null;
  /** Whom the article names as speaking. */
  names: readonly string[];
  disabled?: boolean;
  onType?: (speaker: string | null) => void;
  onChange: (speaker: string | null) => void;
}) {
  const t = useTranslations("cards");
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const named = (text: string): string | null => (text.trim() === "" ? null : text.trim());
  const tell = (): void => {
    if (typed !== null) onChange(named(typed));
    setTyped(null);
  };
  return (
    <>
      <input
        className="speaker"
        type="text"
        aria-label={t("saidBy")}
        placeholder={t("saidBy")}
        list={list}
        maxLength={MAX_SPEAKER}
        dir="auto"
        autoComplete="off"
        disabled={disabled}
        value={typed ?? speaker ?? ""}
        onChange={(event) => {
          setTyped(event.target.value);
          onType?.(named(event.target.value));
        }}
        onBlur={tell}
        onKeyDown={(event) => event.key === "Enter" && tell()}
      />
      <datalist id={list}>{names.map((name) => <option key={name} value={name} />)}</datalist>
    </>
  );
}
