"use client";

import { Check, ChevronDown, ChevronUp, Search } from "lucide-react";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { LabelGlyph } from "@/components/ui/label-glyph";
import { nameKey } from "@/lib/articles/name-key";
import type { Label, LabelSet } from "@/lib/codebook/content";
import { definitionOf, type Offered } from "./codebook";

/** The labels whose name, or that of one above them, holds these words. */
export function matching(offered: readonly Offered[], words: string): readonly Offered[] {
  const key = nameKey(words);
  if (key === "") return offered;
  const keep = new Set<string>();
  for (const { label } of offered) if (nameKey(label.name).includes(key) || (label.parentId !== null && keep.has(label.parentId))) keep.add(label.id);
  return offered.filter(({ label }) => keep.has(label.id));
}

/** A list of labels that opens in its place; those below others are indented. Enter in the search takes the first, arrows go through the list. */
export function LabelPicker({ set, offered, chosen, searchable, keyOf, onToggle }: { set: LabelSet; offered: readonly Offered[]; chosen: ReadonlySet<string>; searchable: boolean; keyOf: (label: Label) => string | null; onToggle: (labelId: string) => void }) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const list = useId();
  const found = matching(offered, words);
  const t = useTranslations("marking.labels");
  const close = (): void => {
    setOpen(false);
    setWords("");
    box.current?.querySelector<HTMLElement>("button[aria-expanded]")?.focus();
  };
  const choose = (id: string): void => {
    onToggle(id);
    if (set.choice === "single") close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const first = found[0];
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement && first !== undefined) choose(first.label.id);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.currentTarget, event.key === "ArrowDown" ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="picker" ref={box}>
      <Button size="small" icon={<Icon of={open ? ChevronUp : ChevronDown} size="s" />} aria-expanded={open} aria-controls={open ? list : undefined} aria-label={t(open ? "closeOf" : "chooseOf", { set: set.name })} onClick={() => (open ? close() : setOpen(true))}>
        {t(open ? "close" : chosen.size === 0 || set.choice === "multiple" ? "choose" : "change")}
      </Button>
      {open && (
        <div className="picks" id={list} onKeyDown={onKeyDown}>
          {searchable && (
            <label className="input small"><Icon of={Search} size="s" /><input type="search" aria-label={t("searchIn", { set: set.name })} placeholder={t("search")} value={words} onChange={(event) => setWords(event.target.value)} autoFocus /></label>
          )}
          <ul>
            {found.map(({ label, depth }) => (
              <li key={label.id} data-depth={Math.min(depth, 3) || undefined}>
                <button type="button" className="pick" aria-pressed={chosen.has(label.id)} title={definitionOf(label)} onClick={() => choose(label.id)}>
                  <LabelGlyph shape={label.glyph} colour={label.colour} /><span>{label.name}</span>
                  <span className="push row tight">{keyOf(label) !== null && <Kbd>{keyOf(label)?.toUpperCase()}</Kbd>}{chosen.has(label.id) && <Icon of={Check} size="s" />}</span>
                </button>
              </li>
            ))}
            {found.length === 0 && <li className="x12">{t("nothing")}</li>}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Moves focus to the next or previous label, and from the first back to the search. */
function step(within: Element, way: 1 | -1): void {
  const stops = [...within.querySelectorAll<HTMLElement>("input, .pick")];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + way))]?.focus();
}
