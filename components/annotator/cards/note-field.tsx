"use client";

import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "@/components/ui/class-names";
import type { Pressed } from "@/components/rich-text/markdown-editor";
import { MarkdownView } from "@/components/rich-text/markdown-view";
import { LONGEST_NOTE, lengthWords } from "@/components/rich-text/note-length";

const PAUSE_MS = 800;
/** A note that is typed without a pause is saved this often. */
const LONGEST_WAIT_MS = 3000;
const loadEditor = () => import("@/components/rich-text/markdown-editor");
// Without a connection it may not come; then a note is typed as what it will be stored as.
const Editor = lazy(() => loadEditor().then(({ MarkdownEditor }) => ({ default: MarkdownEditor }), () => ({ default: PlainNote })));

function PlainNote({ label, text, onChange }: { label: string; text: string; onChange: (text: string) => void }) {
  return <textarea className="memo" aria-label={label} autoFocus rows={2} dir="auto" value={text} onChange={(event) => onChange(event.target.value)} />;
}

/**
 * A note, shown as it reads and edited once it has focus; saved when typing pauses and when focus leaves. One that is
 * too long is kept here and said to be, not saved.
 */
export function NoteField({ label, hint, note, readOnly, focused = false, onSave, onLeftEmpty }: {
  label: string;
  hint: string;
  note: string;
  readOnly: boolean;
  /** Takes focus when it appears. */
  focused?: boolean;
  onSave: (note: string) => void;
  /** Focus left it with nothing in it. */
  onLeftEmpty?: () => void;
}) {
  // Where it was pressed; null when focus came another way.
  const [editing, setEditing] = useState<{ readonly at: Pressed | null } | null>(focused ? { at: null } : null);
  const [typed, setTyped] = useState<string | null>(null);
  const pressed = useRef<Pressed | null>(null);
  const about = useId();
  const t = useTranslations("writing");
  const save = (text: string): void => {
    if (text.length <= LONGEST_NOTE) onSave(text);
  };
  const latest = useRef({ typed, save });
  const since = useRef<number | null>(null);
  useEffect(() => {
    latest.current = { typed, save };
  });
  useEffect(() => {
    if (typed === null) return undefined;
    since.current ??= performance.now();
    const timer = setTimeout(() => {
      since.current = null;
      latest.current.save(typed);
    }, Math.max(0, Math.min(PAUSE_MS, since.current + LONGEST_WAIT_MS - performance.now())));
    return () => clearTimeout(timer);
  }, [typed]);
  const isTyped = typed !== null;
  useEffect(() => {
    if (!isTyped) return undefined;
    const keep = (): void => {
      if (latest.current.typed !== null) latest.current.save(latest.current.typed);
    };
    const hidden = (): void => {
      if (document.visibilityState === "hidden") keep();
    };
    // Before the page's other listeners, which put away what can be undone.
    window.addEventListener("pagehide", keep, { capture: true });
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("pagehide", keep, { capture: true });
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [isTyped]);
  // A card that closes while a note is being typed must not lose it.
  useEffect(() => () => {
    if (latest.current.typed !== null) latest.current.save(latest.current.typed);
  }, []);
  // So that it is there once the field is pressed.
  useEffect(() => {
    if (!readOnly) loadEditor().catch(() => undefined);
  }, [readOnly]);

  const text = typed ?? note;
  const length = lengthWords(text.length, t);
  if (readOnly) return text === "" ? null : <div className="memo" role="group" aria-label={label}><MarkdownView text={text} /></div>;
  const view = (
    <div
      className={classNames("memo", text === "" && "empty")}
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
      onPointerDown={(event) => (pressed.current = { left: event.clientX, top: event.clientY })}
      onFocus={(event) => {
        // A link in the note is followed, not edited.
        if (event.target === event.currentTarget) setEditing({ at: pressed.current });
      }}
    >
      {text === "" ? hint : <MarkdownView text={text} />}
    </div>
  );
  const left = (event: React.FocusEvent): void => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    pressed.current = null;
    since.current = null;
    const fits = text.length <= LONGEST_NOTE;
    if (typed !== null) save(typed);
    if (fits) setTyped(null);
    if (fits) setEditing(null);
    if (text.trim() === "") onLeftEmpty?.();
  };
  return (
    <div className={classNames("memo-field", length?.over === true && "bad")} onBlur={left}>
      {editing !== null ? (
        // Until the editor is there, what is typed goes into a plain field, as what it will be stored as.
        <Suspense fallback={<PlainNote label={label} text={text} onChange={setTyped} />}>
          <Editor label={label} hint={hint} text={text} describedBy={about} pressed={typed === null ? editing.at : null} onChange={setTyped} />
        </Suspense>
      ) : view}
      <span id={about} className={length?.over === true ? "bad-text" : "x11"} role="status">{length?.words}</span>
    </div>
  );
}
