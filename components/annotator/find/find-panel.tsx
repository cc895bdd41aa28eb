"use client";

import { Search, X } from "lucide-react";
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl/react";
import { Masked } from "@/components/articles/masked";
import { Button } from "@/components/ui/button";
import { GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Icon } from "@/components/ui/icon";
import type { Framing } from "@/lib/codebook/framing";
import { VOICE_CHOICES, type VoiceChoice } from "../marking/voice";
import { PressGroup } from "../press-group";
import type { Reader } from "../reader/reader";
import type { AnnotatorSession } from "../state/session";
import { targetName } from "../state/spoken";
import { useSession } from "../state/use-session";
import { type Found, marksOver, MOST_FOUND } from "./found";

/** What is looked for: words to begin with, and the block in which alone they are looked for. */
export interface FindWish {
  readonly words: string;
  readonly block: { readonly ordinal: number; readonly name: string } | null;
}

const NONE: readonly Found[] = [];

/** Finds a phrase in the article, shows where it stands, and marks the places that are ticked with one code, in one step. */
export function FindPanel({ session, reader, wish, onClose }: { session: AnnotatorSession; reader: Reader; wish: FindWish; onClose: () => void }) {
  const [phrase, setPhrase] = useState(wish.words);
  const [framing, setFraming] = useState<Framing | null>(session.state.last.framing);
  const [targetId, setTargetId] = useState(session.state.last.targetId ?? "");
  const [voice, setVoice] = useState<VoiceChoice | null>(null);
  const [turned, setTurned] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [looked, setLooked] = useState<number | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const spans = useSession(session, (state) => state.model.spans);
  const field = useRef<HTMLInputElement>(null);
  const ids = useId();
  const t = useTranslations("find");
  const sought = useDeferredValue(phrase);
  const found = useMemo(() => (sought.trim() === "" ? NONE : reader.find(sought, wish.block?.ordinal ?? null)), [reader, sought, wish.block]);
  const lines = useMemo(() => found.map((one) => {
    const marks = marksOver(one, spans.values());
    return { one, marks, same: marks.some((mark) => mark.framing === framing && mark.targetId === targetId) };
  }), [found, spans, framing, targetId]);
  const chosen = lines.filter(({ one, same }) => turned.get(one.start) ?? !same);
  const current = found.find((one) => one.start === looked) ?? null;
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // The marks are drawn first, and with them the words.
    const frame = requestAnimationFrame(() => reader.showFound(found, current));
    return () => cancelAnimationFrame(frame);
  }, [reader, found, current, spans]);
  useEffect(() => () => reader.showFound(NONE, null), [reader]);

  const look = (one: Found): void => {
    setLooked(one.start);
    reader.reveal(one);
  };
  const mark = (event: FormEvent): void => {
    event.preventDefault();
    if (framing === null) return setSaid(t("framingFirst"));
    if (targetId === "") return setSaid(t("targetFirst"));
    const words = chosen.flatMap(({ one }) => reader.wordsAt(one) ?? []);
    if (words.length === 0) return setSaid(t(found.length === 0 ? "typeFirst" : "tickFirst"));
    session.markAll(words, { framing, targetId, voice });
    setTurned(new Map());
    setSaid(t("marked", { n: words.length }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const count = found.length > 0 ? t(found.length === MOST_FOUND ? "countMost" : "count", { n: found.length, ticked: chosen.length }) : sought.trim() === "" ? "" : t("notFound");
  const { questions, codebook, document } = session;
  return (
    <search className="find" aria-label={wish.block === null ? t("label") : t("labelIn", { block: wish.block.name })} onKeyDown={onKeyDown}>
      <form onSubmit={mark}>
        <div className="find-line">
          <label className="input small"><Icon of={Search} size="s" /><input ref={field} type="search" value={phrase} dir="auto" maxLength={400} aria-label={wish.block === null ? t("words") : t("wordsOf", { block: wish.block.name })} placeholder={wish.block === null ? t("wordsHint") : t("wordsOf", { block: wish.block.name })} onChange={(event) => { setPhrase(event.target.value); setTurned(new Map()); setSaid(null); }} /></label>
          <span className="x12 num" role="status">{said ?? count}</span>
          <Button look="quiet" size="small" icon={<Icon of={X} />} label={t("close")} className="push" onClick={onClose} />
        </div>
        {lines.length > 0 && (
          <>
            <ul className="places">
              {lines.map(({ one, marks, same }, i) => (
                <li key={one.start}>
                  <input type="checkbox" className="box" id={`${ids}-${i}`} checked={turned.get(one.start) ?? !same} onFocus={() => look(one)} onChange={(event) => setTurned(new Map(turned).set(one.start, event.target.checked))} />
                  <label htmlFor={`${ids}-${i}`} dir="auto" className="q"><span className="faint"><Masked text={one.before} /></span><strong>{one.quote}</strong><span className="faint"><Masked text={one.after} /></span></label>
                  {marks.length > 0 && <span className="x11">{same ? t("already") : t("markedAs", { codes: marks.map((mark) => `${codebook.framing(mark.framing)}, ${targetName(session.naming, mark.targetId)}`).join("; ") })}</span>}
                </li>
              ))}
            </ul>
            <div className="find-line code">
              <PressGroup label={questions.framing} className="seg small" options={questions.framings.map((value) => ({ value, label: codebook.framing(value), className: GLYPH_CLASS[value] }))} value={framing} onChange={setFraming} />
              <select className="find-target" aria-label={questions.target} value={targetId} onChange={(event) => setTargetId(event.target.value)}>
                <option value="">{t("target", { question: questions.target })}</option>
                {document.targets.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
              </select>
              {codebook.content.asks.voice && (
                <select className="find-target" aria-label={questions.voice} value={voice ?? ""} onChange={(event) => setVoice(VOICE_CHOICES.find((value) => value === event.target.value) ?? null)}>
                  <option value="">{t("asStands", { question: questions.voice })}</option>
                  {VOICE_CHOICES.map((value) => <option key={value} value={value}>{questions.voices[value]}</option>)}
                </select>
              )}
              <Button type="submit" look="primary" size="small" className="push">{t("mark", { n: chosen.length })}</Button>
            </div>
          </>
        )}
      </form>
    </search>
  );
}
