"use client";

import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 800;
const LONGEST = 4000;

/** A note; saved when typing pauses and when focus leaves. */
export function NoteField({ label = "Note", hint = "Note", note, readOnly, focused = false, onSave, onLeftEmpty }: {
  label?: string;
  hint?: string;
  note: string;
  readOnly: boolean;
  /** Takes focus when it appears. */
  focused?: boolean;
  onSave: (note: string) => void;
  /** Focus left it with nothing in it. */
  onLeftEmpty?: () => void;
}) {
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
  // A card that closes while a note is being typed must not lose it.
  useEffect(() => () => {
    if (latest.current.typed !== null) latest.current.onSave(latest.current.typed);
  }, []);
  return (
    <textarea
      className="memo"
      autoFocus={focused}
      aria-label={label}
      placeholder={hint}
      rows={2}
      maxLength={LONGEST}
      readOnly={readOnly}
      dir="auto"
      value={typed ?? note}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        const left = typed ?? note;
        if (typed !== null) onSave(typed);
        setTyped(null);
        if (left.trim() === "") onLeftEmpty?.();
      }}
    />
  );
}
