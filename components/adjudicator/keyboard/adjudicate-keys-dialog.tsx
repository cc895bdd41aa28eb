"use client";

import { useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import type { ReaderSettings } from "@/lib/accounts/reader-settings";
import type { Words } from "@/components/words/words";
import { ADJUDICATE_KEYS, type AdjudicateKey, type AdjudicateKeys, pressedChord } from "./adjudicate-keys";

type Name = keyof Words["adjudicate"]["keys"]["does"];

/** The list of keys. Each can be another one, and those of one sign can be switched off. */
export function AdjudicateKeysDialog({ keys, settings, onChange, onClose }: { keys: AdjudicateKeys; settings: ReaderSettings; onChange: (fields: Partial<ReaderSettings>) => void; onClose: () => void }) {
  const t = useTranslations("adjudicate.keys");
  const acts = useTranslations("acts");
  const [waiting, setWaiting] = useState<string | null>(null);
  const [clash, setClash] = useState<{ readonly id: string; readonly sentence: string } | null>(null);
  const put = (id: string, chord: string | null): void => {
    const { [id]: _before, ...others } = settings.keys;
    onChange({ keys: chord === null ? others : { ...others, [id]: chord } });
    setWaiting(null);
    setClash(null);
  };
  const pressed = (one: AdjudicateKey) => (event: KeyboardEvent): void => {
    const chord = pressedChord(event.nativeEvent);
    if (chord === null || chord === "Tab" || chord === "Shift+Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (chord === "Escape") return setWaiting(null);
    const found = keys.clash(one.id, chord);
    if (found === null) return put(one.id, chord);
    setClash({ id: one.id, sentence: typeof found === "string" ? t(found) : t("clash", { name: t(`does.${found.with as Name}`) }) });
  };
  return (
    <Dialog open wide onClose={() => (waiting === null ? onClose() : setWaiting(null))} title={t("title")} acts={<Button onClick={onClose}>{acts("close")}</Button>}>
      <p className="x12">{t("how")}</p>
      <Switch label={t("single")} hint={t("singleHint")} checked={settings.singleKeys} onChange={(event) => onChange({ singleKeys: event.target.checked })} />
      <ul className="keys">
        {ADJUDICATE_KEYS.map((one) => {
          const does = t(`does.${one.id as Name}`);
          const listed = keys.listed(one.id);
          const caps = listed.map((key) => <Kbd key={key}>{key}</Kbd>);
          return (
            <li key={one.id}>
              <span className="does">{does}</span>
              {one.id in settings.keys && <Button look="quiet" size="small" label={t("usual", { does })} onClick={() => put(one.id, null)}>{t("reset")}</Button>}
              {one.fixed === true
                ? <span className="caps">{caps}</span>
                : (
                  <button type="button" className="key" aria-pressed={waiting === one.id} aria-label={t("change", { does, keys: listed.join(", ") || t("noKey") })} onClick={() => { setClash(null); setWaiting(waiting === one.id ? null : one.id); }} onBlur={() => waiting === one.id && setWaiting(null)} {...(waiting === one.id ? { onKeyDown: pressed(one) } : {})}>
                    {waiting === one.id ? t("press") : listed.length === 0 ? t("noKey") : caps}
                  </button>
                )}
              {clash?.id === one.id && <p className="bad-text" role="alert">{clash.sentence}</p>}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
