"use client";

import { Keyboard, List, MessageSquare, Redo2, Search, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { useKeys } from "../keyboard/use-keys";
import { targetCommand } from "../keys";
import { LookMenu } from "../layout/look-menu";
import type { Look } from "../layout/use-look";
import { ReaderMenu } from "../settings/reader-menu";
import { VoiceFilter } from "./filter-menu";
import { isReadOnly } from "../state/session-state";
import type { AnnotatorSession } from "../state/session";
import { targetName } from "../state/spoken";
import { useSettings } from "../settings/use-settings";
import { useSession } from "../state/use-session";

/** Over the article: the target that is proposed, notices, undo and redo, the keys; on a phone also the drawers. */
export function Toolbar({ session, narrow, look, onGranularity, onLook, onFind, onKeys, onQueue, onSpans }: { session: AnnotatorSession; narrow: boolean; look: Look; onGranularity: () => void; onLook: (fields: Partial<Look>) => void; onFind: () => void; onKeys: () => void; onQueue: () => void; onSpans: () => void }) {
  const last = useSession(session, (state) => state.last.targetId);
  const notice = useSession(session, (state) => state.notice);
  const history = useSession(session, (state) => state.history);
  const count = useSession(session, (state) => state.model.spans.size);
  const readOnly = useSession(session, isReadOnly);
  const granularity = useSettings(session, (settings) => settings.granularity);
  const { targets } = session.document;
  const keys = useKeys(session);
  return (
    <div className="toolbar" role="toolbar" aria-label="Marking">
      {narrow && <Button look="quiet" size="small" icon={<Icon of={List} />} onClick={onQueue}><span className="words">Queue</span></Button>}
      {!readOnly && <Button look="quiet" size="small" keys={keys.shown("granularity")} title="How much of the text a selection takes" onClick={onGranularity}>{`Select by ${granularity}`}</Button>}
      {!readOnly && <span className="sep" />}
      {!readOnly && (
        <Menu
          trigger={<span className="cut">Target: {last === null ? "none yet" : <bdi>{targetName(targets, last)}</bdi>}</span>}
          className="btn quiet small"
          items={targets.map(({ id, name }, i) => ({ label: name, current: id === last, ...(i < 9 ? { keys: keys.shown(targetCommand(i + 1)) } : {}), onSelect: () => session.useTarget(id) }))}
        />
      )}
      {session.codebook.content.asks.voice && count > 0 && <span className="row tight if-room"><span className="sep" /><VoiceFilter session={session} /></span>}
      <span className="notice cut" role="status">{notice}</span>
      <span className="push row tight">
        {!readOnly && <Button look="quiet" size="small" icon={<Icon of={Undo2} />} label="Undo" disabled={history.undo.length === 0} onClick={() => session.undo()} />}
        {!readOnly && <Button look="quiet" size="small" icon={<Icon of={Redo2} />} label="Redo" disabled={history.redo.length === 0} onClick={() => session.redo()} />}
        {!readOnly && <Button look="quiet" size="small" icon={<Icon of={Search} />} label="Find and mark" aria-keyshortcuts={keys.aria("find")} onClick={onFind} />}
        <Button look="quiet" size="small" icon={<Icon of={Keyboard} />} label="Keys" className="if-room" aria-keyshortcuts={keys.aria("keys")} onClick={onKeys} />
        <LookMenu {...{ look, onLook }} />
        <ReaderMenu session={session} />
        {narrow && <Button look="quiet" size="small" icon={<Icon of={MessageSquare} />} onClick={onSpans}><span className="words">Spans</span> {count}</Button>}
      </span>
    </div>
  );
}
