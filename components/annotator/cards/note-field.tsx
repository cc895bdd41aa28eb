"use client";

import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 800;
const LONGEST = 4000;

/** The note of a span; saved when typing pauses and when focus leaves. */
export function NoteField({ note, readOnly, onSave }: { note: string; readOnly: boolean; onSave: (note: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, onSave });
  useEffect(() => {
    latest.current = { typed, onSave };
  });
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => onSave(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onSave]);
  // A card that closes while a note is being typed must not lose it.
  useEffect(() => () => {
    if (latest.current.typed !== null) latest.current.onSave(latest.current.typed);
  }, []);
  return (
    <textarea
      className="memo"
      aria-label="Note"
      placeholder="Note"
      rows={2}
      maxLength={LONGEST}
      readOnly={readOnly}
      dir="auto"
      value={typed ?? note}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed !== null) onSave(typed);
        setTyped(null);
      }}
    />
  );
}
