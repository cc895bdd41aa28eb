"use client";

import { Keyboard, List, MessageSquare, Redo2, Search, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
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
  const t = useTranslations("annotate.bar");
  return (
    <div className="toolbar" role="toolbar" aria-label={t("label")}>
      {narrow && <Button look="quiet" size="small" icon={<Icon of={List} />} onClick={onQueue}><span className="words">{t("queue")}</span></Button>}
      {!readOnly && <Button look="quiet" size="small" keys={keys.shown("granularity")} title={t("howMuch")} onClick={onGranularity}>{t(`selectBy.${granularity}`)}</Button>}
      {!readOnly && <span className="sep" />}
      {!readOnly && (
        <Menu
          trigger={<span className="cut">{last === null ? t("noTarget") : t.rich("target", { name: targetName(session.naming, last), bdi: (name) => <bdi>{name}</bdi> })}</span>}
          className="btn quiet small"
          items={targets.map(({ id, name }, i) => ({ label: name, current: id === last, ...(i < 9 ? { keys: keys.shown(targetCommand(i + 1)) } : {}), onSelect: () => session.useTarget(id) }))}
        />
      )}
      {session.codebook.content.asks.voice && count > 0 && <span className="row tight if-room"><span className="sep" /><VoiceFilter session={session} /></span>}
      <span className="notice cut" role="status">{notice}</span>
      <span className="push row tight">
        {!readOnly && <Button look="quiet" size="small" icon={<Icon of={Undo2} />} label={t("undo")} disabled={history.undo.length === 0} onClick={() => session.undo()} />}
        {!readOnly && <Button look="quiet" size="small" icon={<Icon of={Redo2} />} label={t("redo")} disabled={history.redo.length === 0} onClick={() => session.redo()} />}
        {!readOnly && <Button look="quiet" size="small" icon={<Icon of={Search} />} label={t("find")} aria-keyshortcuts={keys.aria("find")} onClick={onFind} />}
        <Button look="quiet" size="small" icon={<Icon of={Keyboard} />} label={t("keys")} className="if-room" aria-keyshortcuts={keys.aria("keys")} onClick={onKeys} />
        <LookMenu {...{ look, onLook }} />
        <ReaderMenu session={session} />
        {narrow && <Button look="quiet" size="small" icon={<Icon of={MessageSquare} />} onClick={onSpans}>{t.rich("spans", { n: count, words: (words) => <span className="words">{words}</span> })}</Button>}
      </span>
    </div>
  );
}
