import { Ban, Check } from "lucide-react";
import type { ReactNode } from "react";
import { RichTextView } from "@/components/rich-text/rich-text-view";
import { Icon } from "@/components/ui/icon";
import type { Example, LabelText } from "@/lib/codebook/content";
import { isEmptyText, type RichText } from "@/lib/codebook/rich-text";

/** One label as coders read it: name, definition, when and when not, examples and counter-examples. */
export function LabelEntry({ id, head, text, className, level = 3 }: { id: string; head: ReactNode; text: LabelText; className?: string | undefined; level?: 3 | 4 | undefined }) {
  const Heading = `h${level}` as const;
  const { definition, use, avoid, examples, counterExamples } = text;
  return (
    <section id={`label-${id}`} className={`cb-label ${className ?? ""}`} aria-labelledby={`label-${id}-name`}>
      <Heading id={`label-${id}-name`}>{head}</Heading>
      {!isEmptyText(definition) && <RichTextView text={definition} className="cb-words" />}
      {(!isEmptyText(use) || !isEmptyText(avoid)) && (
        <dl className="cb-when">
          <When name="Use it when" text={use} />
          <When name="Not when" text={avoid} />
        </dl>
      )}
      {(examples.length > 0 || counterExamples.length > 0) && (
        <div className="cb-examples">
          <ExampleList kind="example" items={examples} />
          <ExampleList kind="counter" items={counterExamples} />
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
export function ExampleList({ kind, items }: { kind: "example" | "counter"; items: readonly Example[] }) {
  if (items.length === 0) return null;
  const name = kind === "example" ? "Example" : "Counter-example";
  return (
    <ul className={`cb-ex ${kind}`} aria-label={`${name}s`}>
      {items.map((item, index) => (
        <li key={index}>
          <span className="x11"><Icon of={kind === "example" ? Check : Ban} size="s" /> {name}{item.spanId !== null && ", from a real mark"}</span>
          <blockquote dir="auto">{item.text}</blockquote>
          {item.note !== "" && <p className="x12" dir="auto">{item.note}</p>}
        </li>
      ))}
    </ul>
  );
}
