import { Ban, Check } from "lucide-react";
import type { ReactNode } from "react";
import { RichTextView } from "@/components/rich-text/rich-text-view";
import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/components/words/words";
import type { Example, LabelText } from "@/lib/codebook/content";
import { isEmptyText, type RichText } from "@/lib/codebook/rich-text";

/** One label as coders read it: name, definition, when and when not, examples and counter-examples. */
export function LabelEntry({ t, id, head, text, className, level = 3 }: { t: Translator<"codebook">; id: string; head: ReactNode; text: LabelText; className?: string | undefined; level?: 3 | 4 | undefined }) {
  const Heading = `h${level}` as const;
  const { definition, use, avoid, examples, counterExamples } = text;
  return (
    <section id={`label-${id}`} className={`cb-label ${className ?? ""}`} aria-labelledby={`label-${id}-name`}>
      <Heading id={`label-${id}-name`}>{head}</Heading>
      {!isEmptyText(definition) && <RichTextView text={definition} className="cb-words" />}
      {(!isEmptyText(use) || !isEmptyText(avoid)) && (
        <dl className="cb-when">
          <When name={t("label.use")} text={use} />
          <When name={t("label.avoid")} text={avoid} />
        </dl>
      )}
      {(examples.length > 0 || counterExamples.length > 0) && (
        <div className="cb-examples">
          <ExampleList t={t} kind="example" items={examples} />
          <ExampleList t={t} kind="counter" items={counterExamples} />
        </div>
      )}
    </section>
  );
}

function When({ name, text }: { name: string; text: RichText }) {
  if (isEmptyText(text)) return null;
  return <div><dt>{name}</dt><dd><RichTextView text={text} /></dd></div>;
}

/** Words that show a label or rule at work, or that only look like it. */
export function ExampleList({ t, kind, items }: { t: Translator<"codebook">; kind: "example" | "counter"; items: readonly Example[] }) {
  if (items.length === 0) return null;
  const name = t(`label.${kind}`);
  return (
    <ul className={`cb-ex ${kind}`} aria-label={t(kind === "example" ? "label.examples" : "label.counters")}>
      {items.map((item, index) => (
        <li key={index}>
          <span className="x11"><Icon of={kind === "example" ? Check : Ban} size="s" /> {item.spanId === null ? name : t("label.fromMark", { kind: name })}</span>
          <blockquote dir="auto">{item.text}</blockquote>
          {item.note !== "" && <p className="x12" dir="auto">{item.note}</p>}
        </li>
      ))}
    </ul>
  );
}
