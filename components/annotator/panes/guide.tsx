"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { memo, useState, type ReactNode } from "react";
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
  return (
    <section className={folded ? "guide folded" : "guide"} aria-label="Guidelines">
      <div className="pane-h">
        <h2>Guidelines</h2> <span className="x11">codebook v{number}</span>
        <span className="push row tight">
          <Button look="quiet" size="small" href={`/p/${projectId}/codebook`} target="_blank" aria-label="Open the codebook in a new tab">Open</Button>
          <Button look="quiet" size="small" icon={<Icon of={folded ? ChevronUp : ChevronDown} />} label={folded ? "Show the guidelines" : "Fold the guidelines"} aria-expanded={!folded} onClick={() => onFold(!folded)} />
        </span>
      </div>
      {!folded && <GuideWords {...{ codebook, framings, keys }} />}
    </section>
  );
});

function GuideWords({ codebook, framings, keys }: { codebook: Codebook; framings: readonly Framing[]; keys: KeyMap }) {
  const { content } = codebook;
  return (
    <>
      <Introduction text={content.introduction} />
      <ul className="entries">
        {framings.flatMap((id) => content.framing.find((framing) => framing.id === id) ?? []).map((framing) => (
          <li key={framing.id}>
            <span className={`fr ${GLYPH_CLASS[framing.id]}`}><FramingGlyph shape={framing.id} />{framing.name}</span>
            <RichTextView text={framing.definition} />
            {!isSilent(framing, true) && <Opens name={<>When to use it, examples<span className="vh">: {framing.name}</span></>}>{() => <LabelWords words={framing} without="definition" />}</Opens>}
          </li>
        ))}
      </ul>
      {content.asks.voice && (
        <div className="voices">
          <div><span className="m own crit l1-crit">own voice</span> the outlet says it</div>
          <div><span className="m embedded crit l1-crit">embedded</span> inside its words</div>
          <div><span className="m quoted crit l1-crit said">“quoted”</span> a source says it</div>
        </div>
      )}
      {[...codebook.spanSets, ...codebook.articleSets].map((set) => <SetGuide key={set.id} {...{ codebook, set, keys }} />)}
      <Rules rules={content.rules} />
    </>
  );
}

function Introduction({ text }: { text: RichText }) {
  return isEmptyText(text) ? null : <Opens name={<span className="lab">About this codebook</span>}>{() => <RichTextView text={text} />}</Opens>;
}

function SetGuide({ codebook, set, keys }: { codebook: Codebook; set: LabelSet; keys: KeyMap }) {
  return (
    <div className="guide-set">
      <h3>{set.name} <span className="x11">{set.level === "article" ? "of the whole article" : "of a mark"}{set.required ? ", needed" : ""}</span></h3>
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
  if (rules.length === 0) return null;
  return (
    <div className="guide-set">
      <h3>Rules</h3>
      <ul className="entries">{rules.map((rule) => <li key={rule.id}><Opens name={rule.title}>{() => <RuleWords rule={rule} />}</Opens></li>)}</ul>
    </div>
  );
}

function RuleWords({ rule }: { rule: Rule }) {
  return (
    <>
      <RichTextView text={rule.text} />
      <Examples heading="For example" examples={rule.example === null ? [] : [rule.example]} />
      <Examples heading="But not" examples={rule.counterExample === null ? [] : [rule.counterExample]} />
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
  return (
    <>
      {without === undefined && !isEmptyText(words.definition) && <RichTextView text={words.definition} />}
      <Paragraphs heading="Use it when" text={words.use} />
      <Paragraphs heading="Do not use it when" text={words.avoid} />
      <Examples heading="For example" examples={words.examples} />
      <Examples heading="But not" examples={words.counterExamples} />
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
