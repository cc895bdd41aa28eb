"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { memo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Icon } from "@/components/ui/icon";
import { LabelGlyph } from "@/components/ui/label-glyph";
import { RichTextView } from "@/components/rich-text/rich-text-view";
import type { CodebookContent, Example, LabelSet, LabelText, Rule } from "@/lib/codebook/content";
import type { Framing } from "@/lib/codebook/framing";
import { isEmptyText, type RichText } from "@/lib/codebook/rich-text";
import { KeyCap } from "../keyboard/key-cap";
import type { KeyMap } from "../keyboard/key-map";
import type { Codebook } from "../labels/codebook";

/** The codebook beside the text: definitions in short, each opening in its place to all that is said of it. */
export const Guide = memo(function Guide({ projectId, number, codebook, framings, keys, folded, onFold }: { projectId: string; number: number; codebook: Codebook; /** In the order in which they are asked. */ framings: readonly Framing[]; keys: KeyMap; /** Only the heading shows. */ folded: boolean; onFold: (folded: boolean) => void }) {
  const t = useTranslations("guide");
  return (
    <section className={folded ? "guide folded" : "guide"} aria-label={t("title")}>
      <div className="pane-h">
        <h2>{t("title")}</h2> <span className="x11">{t("codebook", { n: number })}</span>
        <span className="push row tight">
          <Button look="quiet" size="small" href={`/p/${projectId}/codebook`} target="_blank" aria-label={t("openTab")}>{t("open")}</Button>
          <Button look="quiet" size="small" icon={<Icon of={folded ? ChevronUp : ChevronDown} />} label={t(folded ? "show" : "fold")} aria-expanded={!folded} onClick={() => onFold(!folded)} />
        </span>
      </div>
      {!folded && <GuideWords {...{ codebook, framings, keys }} />}
    </section>
  );
});

function GuideWords({ codebook, framings, keys }: { codebook: Codebook; framings: readonly Framing[]; keys: KeyMap }) {
  const { content } = codebook;
  const t = useTranslations("guide");
  return (
    <>
      <Introduction text={content.introduction} />
      <ul className="entries">
        {framings.flatMap((id) => content.framing.find((framing) => framing.id === id) ?? []).map((framing) => (
          <li key={framing.id}>
            <span className={`fr ${GLYPH_CLASS[framing.id]}`}><FramingGlyph shape={framing.id} />{framing.name}</span>
            <RichTextView text={framing.definition} />
            {!isSilent(framing, true) && <Opens name={t.rich("whenToUse", { name: framing.name, hidden: (words) => <span className="vh">{words}</span> })}>{() => <LabelWords words={framing} without="definition" />}</Opens>}
          </li>
        ))}
      </ul>
      {content.asks.voice && (
        <div className="voices">
          <div>{t.rich("ownVoice", { m: (words) => <span className="m own crit l1-crit">{words}</span> })}</div>
          <div>{t.rich("embedded", { m: (words) => <span className="m embedded crit l1-crit">{words}</span> })}</div>
          <div>{t.rich("quoted", { m: (words) => <span className="m quoted crit l1-crit said">{words}</span> })}</div>
        </div>
      )}
      {[...codebook.spanSets, ...codebook.articleSets].map((set) => <SetGuide key={set.id} {...{ codebook, set, keys }} />)}
      <Rules rules={content.rules} />
    </>
  );
}

function Introduction({ text }: { text: RichText }) {
  const t = useTranslations("guide");
  return isEmptyText(text) ? null : <Opens name={<span className="lab">{t("about")}</span>}>{() => <RichTextView text={text} />}</Opens>;
}

function SetGuide({ codebook, set, keys }: { codebook: Codebook; set: LabelSet; keys: KeyMap }) {
  const t = useTranslations("guide");
  return (
    <div className="guide-set">
      <h3>{set.name} <span className="x11">{t(set.level === "article" ? "ofArticle" : "ofMark")}{set.required && t("needed")}</span></h3>
      {!isEmptyText(set.description) && <RichTextView text={set.description} />}
      <ul className="entries">
        {codebook.offered(set).map(({ label, depth }) => {
          const name = <span className="lab-name"><LabelGlyph shape={label.glyph} colour={label.colour} />{label.name}<KeyCap of={keys.labelKey(label)?.toUpperCase()} /></span>;
          return <li key={label.id} data-depth={Math.min(depth, 3) || undefined}>{isSilent(label, false) ? name : <Opens name={name}>{() => <LabelWords words={label} />}</Opens>}</li>;
        })}
      </ul>
    </div>
  );
}

function Rules({ rules }: { rules: CodebookContent["rules"] }) {
  const t = useTranslations("guide");
  if (rules.length === 0) return null;
  return (
    <div className="guide-set">
      <h3>{t("rules")}</h3>
      <ul className="entries">{rules.map((rule) => <li key={rule.id}><Opens name={rule.title}>{() => <RuleWords rule={rule} />}</Opens></li>)}</ul>
    </div>
  );
}

function RuleWords({ rule }: { rule: Rule }) {
  const t = useTranslations("guide");
  return (
    <>
      <RichTextView text={rule.text} />
      <Examples heading={t("forExample")} examples={rule.example === null ? [] : [rule.example]} />
      <Examples heading={t("butNot")} examples={rule.counterExample === null ? [] : [rule.counterExample]} />
    </>
  );
}

/** A name that opens. What is behind it is drawn when it is opened, so that a long codebook costs nothing while one reads. */
function Opens({ name, children }: { name: ReactNode; children: () => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="opens" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {open && <div className="opened">{children()}</div>}
    </details>
  );
}

function LabelWords({ words, without }: { words: LabelText; without?: "definition" }) {
  const t = useTranslations("guide");
  return (
    <>
      {without === undefined && !isEmptyText(words.definition) && <RichTextView text={words.definition} />}
      <Paragraphs heading={t("use")} text={words.use} />
      <Paragraphs heading={t("avoid")} text={words.avoid} />
      <Examples heading={t("forExample")} examples={words.examples} />
      <Examples heading={t("butNot")} examples={words.counterExamples} />
    </>
  );
}

function Paragraphs({ heading, text }: { heading: string; text: RichText }) {
  return isEmptyText(text) ? null : <div><h4>{heading}</h4><RichTextView text={text} /></div>;
}

function Examples({ heading, examples }: { heading: string; examples: readonly Example[] }) {
  if (examples.length === 0) return null;
  return <div><h4>{heading}</h4>{examples.map((example, i) => <p key={i} className="example"><q dir="auto">{example.text}</q>{example.note !== "" && <span> {example.note}</span>}</p>)}</div>;
}

function isSilent(words: LabelText, withoutDefinition: boolean): boolean {
  return (withoutDefinition || isEmptyText(words.definition)) && isEmptyText(words.use) && isEmptyText(words.avoid) && words.examples.length + words.counterExamples.length === 0;
}
