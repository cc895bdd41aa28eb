"use client";

import { useRef, type ClipboardEvent } from "react";
import { useTranslations } from "use-intl/react";

const HALF = 5;
const tight = (text: string): string => text.replace(/[\s\-–]+/gu, "").toUpperCase();

/** A code as typed in its two halves: capitals, without spaces and hyphens. */
export function halves(typed: string): [string, string] {
  const text = tight(typed);
  return [text.slice(0, HALF), text.slice(HALF, 2 * HALF)];
}

/** A class code in two halves of five. A whole code pasted into either half fills both. */
export function CodeInput({ value, onChange }: { value: readonly [string, string]; onChange: (value: [string, string]) => void }) {
  const t = useTranslations("front.code");
  const second = useRef<HTMLInputElement>(null);
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = tight(event.clipboardData.getData("text"));
    if (text.length <= HALF) return;
    event.preventDefault();
    onChange(halves(text));
    second.current?.focus();
  };
  const typeFirst = (typed: string) => {
    const text = tight(typed);
    onChange([text.slice(0, HALF), text.length > HALF ? text.slice(HALF, 2 * HALF) : value[1]]);
    if (text.length >= HALF) second.current?.focus();
  };
  const shared = { type: "text", autoCapitalize: "characters", autoComplete: "off", autoCorrect: "off", spellCheck: false, inputMode: "text", onPaste: paste } as const;
  return (
    <div className="code" role="group" aria-label={t("label")}>
      <span className="input"><input {...shared} aria-label={t("first")} maxLength={2 * HALF + 2} placeholder="_____" value={value[0]} onChange={(event) => typeFirst(event.target.value)} /></span>
      <span className="input"><input {...shared} ref={second} aria-label={t("last")} maxLength={HALF} placeholder="_____" value={value[1]} onChange={(event) => onChange([value[0], tight(event.target.value).slice(0, HALF)])} /></span>
    </div>
  );
}
