import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { plainText } from "@/lib/codebook/rich-text";
import type { AnnotateDocument } from "../types";

/** The definitions in short, and what the grounds of marks mean. */
export function Guide({ codebook, asksVoice }: { codebook: AnnotateDocument["codebookVersion"]; asksVoice: boolean }) {
  const { framing, rules } = codebook.content;
  return (
    <section className="guide" aria-label="Guidelines">
      <div className="pane-h"><h2>Guidelines</h2> <span className="x11">codebook v{codebook.number}</span></div>
      <dl>
        {framing.map(({ id, name, definition }) => (
          <div key={id}>
            <dt><span className={`fr ${GLYPH_CLASS[id]}`}><FramingGlyph shape={id} />{name}</span></dt>
            <dd>{plainText(definition)}</dd>
          </div>
        ))}
      </dl>
      {asksVoice && (
        <div className="voices">
          <div><span className="m own crit l1-crit">own voice</span> the outlet says it</div>
          <div><span className="m embedded crit l1-crit">embedded</span> inside its words</div>
          <div><span className="m quoted crit l1-crit said">“quoted”</span> a source says it</div>
        </div>
      )}
      {rules.length > 0 && (
        <details className="rules">
          <summary>Rules</summary>
          <ul>{rules.map((rule) => <li key={rule.id}>{plainText(rule.text)}</li>)}</ul>
        </details>
      )}
    </section>
  );
}
