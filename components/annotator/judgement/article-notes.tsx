"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import type { NoteKind } from "@/lib/annotations/span";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { NoteField } from "../cards/note-field";
import { type ArticleNote, noteKey } from "../state/model";
import type { AnnotatorSession } from "../state/session";
import { isReadOnly } from "../state/session-state";
import { useSession } from "../state/use-session";
import { RowConflictChoice } from "./row-conflict";

/** Notes of one kind, each a field of its own that is saved while one types, and a way to add one. */
export function ArticleNotes({ session, kind, notes }: { session: AnnotatorSession; kind: NoteKind; notes: ReadonlyMap<string, ArticleNote> }) {
  const readOnly = useSession(session, isReadOnly);
  const conflicts = useSession(session, (state) => state.rowConflicts);
  // The one just begun: it becomes a note with its first word, under the same id, so the field stays the same.
  const [begun, setBegun] = useState<string | null>(null);
  const t = useTranslations("whole");
  const heading = t(`${kind}.heading`);
  const saved = [...notes].filter(([, note]) => note.kind === kind);
  const rows = begun === null || notes.has(begun) ? saved : [...saved, [begun, { kind, body: "" }] as const];
  const mayAdd = !readOnly && (kind === "omitted" || rows.length === 0);
  const save = (id: string, body: string): void => {
    if (body === "") return;
    session.writeNote(id, kind, body);
    setBegun((now) => (now === id ? null : now));
  };
  const end = (id: string): void => {
    session.writeNote(id, kind, null);
    setBegun(null);
  };
  return (
    <div className="notes" role="group" aria-label={heading}>
      <div className="row">
        <span className="lab">{heading}</span>
        {mayAdd && <Button look="quiet" size="small" className="push" icon={<Icon of={Plus} size="s" />} aria-label={t(`${kind}.add`)} onClick={() => setBegun(session.newId())}>{t("add")}</Button>}
      </div>
      {rows.map(([id, note], i) => {
        const conflict = conflicts.get(noteKey(id));
        return (
          <div key={id} className="note-row">
            <NoteField
              label={rows.length > 1 ? t("numbered", { heading, n: i + 1 }) : heading}
              hint={t(`${kind}.hint`)}
              note={note.body}
              readOnly={readOnly}
              focused={id === begun && note.body === ""}
              onSave={(body) => save(id, body.trim())}
              onLeftEmpty={() => end(id)}
            />
            {!readOnly && <Button look="quiet" size="small" icon={<Icon of={X} size="s" />} label={t(`${kind}.remove`)} onClick={() => end(id)} />}
            {conflict !== undefined && <RowConflictChoice session={session} rowKey={noteKey(id)} {...{ conflict }} say={(row) => (row.kind === "note" && row.note !== null ? t("quoted", { words: row.note.body.slice(0, 40) }) : t("none"))} />}
          </div>
        );
      })}
    </div>
  );
}
