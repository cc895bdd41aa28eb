import { RichTextView } from "@/components/rich-text/rich-text-view";
import { LabelGlyph } from "@/components/ui/label-glyph";
import type { Translator } from "@/components/words/words";
import type { CodebookContent, Label, LabelSet } from "@/lib/codebook/content";
import { isEmptyText } from "@/lib/codebook/rich-text";
import { askedWhen, isInUse, outOfUse, setFacts } from "../words";
import { LabelEntry } from "./label-entry";

/** Labels of a set in their order, those below another directly behind it. */
function inTree(labels: readonly Label[]): { label: Label; depth: number }[] {
  const known = new Set(labels.map((label) => label.id));
  const below = (parent: string | null, depth: number): { label: Label; depth: number }[] =>
    labels.filter((label) => (label.parentId !== null && known.has(label.parentId) ? label.parentId : null) === parent).flatMap((label) => [{ label, depth }, ...below(label.id, depth + 1)]);
  return below(null, 0);
}

/** A question of the codebook with its answers. */
export function SetSection({ t, content, set }: { t: Translator<"codebook">; content: CodebookContent; set: LabelSet }) {
  const inUse = set.labels.filter(isInUse);
  const gone = set.labels.filter((label) => !inUse.includes(label));
  return (
    <section className="cb-sect" id={`set-${set.id}`} aria-labelledby={`set-${set.id}-name`}>
      <h2 id={`set-${set.id}-name`} dir="auto">{set.name}</h2>
      <p className="cb-facts"><b>{askedWhen(t, content, set)}</b>{setFacts(t, set).map((fact) => <span key={fact}>{fact}</span>)}</p>
      {!isEmptyText(set.description) && <RichTextView text={set.description} className="cb-words" />}
      {inUse.length === 0 && <p className="faint">{t("label.none")}</p>}
      {inTree(inUse).map(({ label, depth }) => (
        <LabelEntry t={t} key={label.id} id={label.id} text={label} className={depth > 0 ? "below" : undefined} head={<><span className="lab-name"><LabelGlyph shape={label.glyph} colour={label.colour} /><span dir="auto">{label.name}</span></span>{label.shortcut !== null && <kbd>{label.shortcut.toUpperCase()}</kbd>}</>} />
      ))}
      {gone.length > 0 && (
        <div className="cb-gone">
          <h3>{t("label.outOfUse")}</h3>
          <ul>{gone.map((label) => <li key={label.id}><s dir="auto">{label.name}</s> {outOfUse(t, label, set.labels)}</li>)}</ul>
        </div>
      )}
    </section>
  );
}
