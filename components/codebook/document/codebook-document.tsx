import { RichTextView } from "@/components/rich-text/rich-text-view";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import type { Translator } from "@/components/words/words";
import type { CodebookContent, Rule } from "@/lib/codebook/content";
import { isEmptyText } from "@/lib/codebook/rich-text";
import { asksWords, FRAMING_KEYS } from "../words";
import { ExampleList, LabelEntry } from "./label-entry";
import { SetSection } from "./set-section";

/** A codebook as a text to read and to print. */
export function CodebookDocument({ t, content }: { t: Translator<"codebook">; content: CodebookContent }) {
  const asks = asksWords(t, content.asks);
  const sets = content.sets.filter((set) => !set.archived);
  return (
    <div className="cb-text">
      {!isEmptyText(content.introduction) && <section className="cb-sect first" id="introduction" aria-label={t("introduction")}><RichTextView text={content.introduction} className="cb-intro" /></section>}
      <section className="cb-sect" id="framing" aria-labelledby="framing-name">
        <h2 id="framing-name">{t("framing")}</h2>
        <p className="cb-facts"><b>{t("asked.everyMark")}</b><span>{t("asked.one")}</span><span>{t("asked.required")}</span></p>
        {asks !== "" && <p className="cb-words serif">{asks}</p>}
        {content.framing.map((label) => (
          <LabelEntry t={t} key={label.id} id={label.id} text={label} className={`edge ${GLYPH_CLASS[label.id]}`} head={<><span className={`fr ${GLYPH_CLASS[label.id]}`}><FramingGlyph shape={label.id} /><span dir="auto">{label.name}</span></span><kbd>{FRAMING_KEYS[label.id]}</kbd></>} />
        ))}
      </section>
      {content.rules.length > 0 && (
        <section className="cb-sect" id="rules" aria-labelledby="rules-name">
          <h2 id="rules-name">{t("rules")}</h2>
          <ol className="cb-rules">{content.rules.map((rule) => <RuleEntry t={t} key={rule.id} rule={rule} />)}</ol>
        </section>
      )}
      {sets.map((set) => <SetSection t={t} key={set.id} content={content} set={set} />)}
    </div>
  );
}

function RuleEntry({ t, rule }: { t: Translator<"codebook">; rule: Rule }) {
  return (
    <li id={`rule-${rule.id}`}>
      <h3 dir="auto">{rule.title}</h3>
      <RichTextView text={rule.text} className="cb-words" />
      {(rule.example ?? rule.counterExample) !== null && (
        <div className="cb-examples">
          <ExampleList t={t} kind="example" items={rule.example === null ? [] : [rule.example]} />
          <ExampleList t={t} kind="counter" items={rule.counterExample === null ? [] : [rule.counterExample]} />
        </div>
      )}
    </li>
  );
}
