"use client";

import { useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { chordOf } from "../keyboard/chord";
import type { Clash } from "../keyboard/key-map";
import { useKeys } from "../keyboard/use-keys";
import { KEY_COMMANDS, KEY_GROUPS, type KeyCommand } from "../keys";
import { useSettings } from "../settings/use-settings";
import type { AnnotatorSession } from "../state/session";
import { labelsWithKeys, wordsOf } from "./key-words";

/** The list of keys. Each can be another one, and those of one letter can be switched off. */
export function KeysDialog({ session, open, onClose }: { session: AnnotatorSession; open: boolean; onClose: () => void }) {
  const [waiting, setWaiting] = useState<string | null>(null);
  const t = useTranslations();
  const leave = (): void => (waiting === null ? onClose() : setWaiting(null));
  return (
    <Dialog open={open} onClose={leave} title={t("keyboard.title")} wide acts={<Button onClick={() => { setWaiting(null); onClose(); }}>{t("acts.close")}</Button>}>
      <KeysList {...{ session, waiting, setWaiting }} />
    </Dialog>
  );
}

function KeysList({ session, waiting, setWaiting }: { session: AnnotatorSession; waiting: string | null; setWaiting: (id: string | null) => void }) {
  const [clash, setClash] = useState<{ readonly id: string; readonly sentence: string } | null>(null);
  const t = useTranslations("keyboard");
  const keys = useKeys(session);
  const singleKeys = useSettings(session, (settings) => settings.singleKeys);
  const remapped = useSettings(session, (settings) => settings.keys);
  const { settings } = session;
  const put = (id: string, chord: string | null): void => {
    const { [id]: _before, ...others } = remapped;
    void settings.change({ keys: chord === null ? others : { ...others, [id]: chord } });
    setWaiting(null);
    setClash(null);
  };
  const pressed = (one: KeyCommand) => (event: KeyboardEvent): void => {
    const chord = chordOf(event.nativeEvent);
    if (chord === null || chord === "Tab" || chord === "Shift+Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (chord === "Escape") return setWaiting(null);
    const found = keys.clash(one.id, chord, session.codebook.spanSets.flatMap((set) => set.labels));
    if (found === null) put(one.id, chord);
    else setClash({ id: one.id, sentence: clashWords(found, session) });
  };
  const labels = labelsWithKeys(session.codebook, keys);
  return (
    <>
      <p className="x12">{t("how")}</p>
      <Switch label={t("single")} hint={t("singleHint")} checked={singleKeys} onChange={(event) => void settings.change({ singleKeys: event.target.checked })} />
      {KEY_GROUPS.map((group) => (
        <section key={group} aria-label={t(`groups.${group}`)}>
          <h3>{t(`groups.${group}`)}</h3>
          <ul className="keys">
            {KEY_COMMANDS.filter((one) => one.group === group && wordsOf(one, session) !== null).map((one) => (
              <li key={one.id}>
                <span className="does">{wordsOf(one, session)}</span>
                {one.id in remapped && waiting !== one.id && <Button look="quiet" size="small" label={t("usual", { does: wordsOf(one, session) ?? "" })} onClick={() => put(one.id, null)}>{t("reset")}</Button>}
                {one.fixed === true
                  ? <span className="caps">{keys.listed(one.id).map((key) => <Kbd key={key}>{key}</Kbd>)}</span>
                  : (
                    <button type="button" className="key" aria-pressed={waiting === one.id} aria-label={t("change", { does: wordsOf(one, session) ?? "", keys: keys.listed(one.id).join(t("or")) || t("noKeyIn") })} onClick={() => { setClash(null); setWaiting(waiting === one.id ? null : one.id); }} onBlur={() => waiting === one.id && setWaiting(null)} {...(waiting === one.id ? { onKeyDown: pressed(one) } : {})}>
                      {waiting === one.id ? t("press") : keys.listed(one.id).length === 0 ? t("noKey") : keys.listed(one.id).map((key) => <Kbd key={key}>{key}</Kbd>)}
                    </button>
                  )}
                {clash?.id === one.id && <p className="refused x12" role="alert">{clash.sentence}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section aria-label={t("selecting")}>
        <h3>{t("selecting")}</h3>
        <ul className="keys"><li><span className="does">{t("selectWords")}</span><span className="caps"><Kbd>{`${t("caps.Shift")} ← →`}</Kbd></span></li></ul>
      </section>
      {labels.length > 0 && (
        <section aria-label={t("labels")}>
          <h3>{t("labels")}</h3>
          <ul className="keys">
            {labels.map(({ label, set, key, moved }) => (
              <li key={label.id}><span className="does">{set}: {label.name}{moved && <span className="x11">{t("taken", { key: label.shortcut?.toUpperCase() ?? "" })}</span>}</span><span className="caps">{key === null ? t("noKey") : <Kbd>{key.toUpperCase()}</Kbd>}</span></li>
            ))}
          </ul>
        </section>
      )}
      {Object.keys(remapped).length > 0 && <p><Button size="small" onClick={() => { setClash(null); setWaiting(null); void settings.change({ keys: {} }); }}>{t("resetAll")}</Button></p>}
    </>
  );
}

function clashWords(clash: Clash, session: AnnotatorSession): string {
  const { t } = session;
  if (clash.kind === "refused") return t(`keyboard.${clash.why}`);
  return t("keyboard.clash", { name: clash.kind === "label" ? clash.with.name : (wordsOf(clash.with, session) ?? clash.with.id) });
}
