import { Check, Circle, Equal, EqualNot, type LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";
import { type Fact, type Standing, standingOf } from "@/lib/compare/timeline";
import type { VerdictWord } from "@/lib/compare/verdict";
import { PlaceLink } from "./place-link";
import { Told } from "./told";

/** A fact with what the server has put into words. */
export type ShownFact = { readonly fact: Fact; readonly names: readonly [string, string]; readonly means: readonly [string, string]; readonly gap: string | null; readonly said: string | null };

const SIGNS: Readonly<Record<Standing, LucideIcon>> = { conflict: EqualNot, same: Equal, different: Check, open: Circle };

/** Two places of two articles, what each says, and what a person says of them. */
export function FactCard({ projectId, shown, current, mayWrite, keys, onCurrent, onSay, onUndo }: {
  projectId: string; shown: ShownFact; current: boolean; mayWrite: boolean; keys: boolean;
  onCurrent: () => void; onSay: (word: VerdictWord, note?: string) => void; onUndo: () => void;
}) {
  const t = useTranslations("timeline.list");
  const { fact, names, means, gap, said } = shown;
  const standing = standingOf(fact);
  const act = (word: VerdictWord, label: string, key: string) => <Button size="small" pressed={standing === word} keys={keys ? key : undefined} onClick={() => standing !== word && onSay(word)}>{label}</Button>;
  return (
    <article id={`fact-${fact.key.replaceAll(" ", "-")}`} className={`tl-fact${current ? " current" : ""}`} tabIndex={-1} onFocus={onCurrent} onMouseDown={onCurrent} aria-label={t("pair", { a: fact.a.quote, b: fact.b.quote })} data-standing={standing}>
      <div className="tl-state">
        <span className="tl-standing"><Icon of={SIGNS[standing]} size="s" /> {t(standing)}</span>
        <span className="x12">{gap ?? t(fact.compatible ? "can" : "cannot")}</span>
        <span className="x12">{fact.words.length > 0 ? t("shared", { words: fact.words.join(", ") }) : t("byHand")}</span>
        {said !== null && <span className="x12">{said}</span>}
      </div>
      {[fact.a, fact.b].map((mention, i) => (
        <div key={mention.articleId} className="tl-side">
          <span className="x12"><b>{names[i]}</b> · {means[i]}</span>
          <PlaceLink projectId={projectId} place={mention} className="tl-told"><Told mention={mention} /></PlaceLink>
        </div>
      ))}
      {mayWrite && (
        <div className="tl-acts no-print">
          {act("conflict", t("say"), "C")}{act("same", t("saySame"), "S")}{act("different", t("sayDifferent"), "D")}
          {standing !== "open" && <Button size="small" look="quiet" keys={keys ? "U" : undefined} onClick={onUndo}>{t("undo")}</Button>}
          {fact.verdict && <Note key={fact.verdict.id} note={fact.verdict.note} onKeep={(note) => onSay(fact.verdict!.verdict, note)} />}
        </div>
      )}
      {!mayWrite && fact.verdict !== null && fact.verdict.note !== "" && <p className="x12" dir="auto">{fact.verdict.note}</p>}
    </article>
  );
}

/** The reason of a verdict, kept when one leaves the field or presses Enter. */
function Note({ note, onKeep }: { note: string; onKeep: (note: string) => void }) {
  const t = useTranslations("timeline.list");
  const keep = (value: string): void => {
    if (value.trim() !== note) onKeep(value.trim());
  };
  return <TextInput label={t("note")} placeholder={t("noteHint")} defaultValue={note} maxLength={2000} onBlur={(event) => keep(event.target.value)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />;
}
