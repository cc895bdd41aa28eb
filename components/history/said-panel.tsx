import { Tag } from "@/components/ui/tag";
import { MarkdownView } from "@/components/rich-text/markdown-view";
import { judgementWords } from "./judgement-words";
import "./history.css";

type By = { assignmentId: string; annotator: string; round: number };
/** What was said of an article as a whole, by everybody whom the reader may see. */
export type Said = {
  judgements: readonly (By & { targetId: string; target: string; value: number | string; confidence: number | null; note: string })[];
  answers: readonly (By & { setId: string; set: string; labels: readonly string[]; needsReview: boolean })[];
  notes: readonly (By & { id: string; kind: string; body: string })[];
};

const SURE: Readonly<Record<number, string>> = { 1: "low confidence", 2: "medium confidence", 3: "high confidence" };

/** Judgements, answers and notes on the whole article, person by person. Nothing where nobody said anything that may be seen. */
export function SaidPanel({ said }: { said: Said }) {
  const people = [...new Map<string, By>([...said.judgements, ...said.answers, ...said.notes].map((one) => [one.assignmentId, one])).values()];
  if (people.length === 0) return null;
  return (
    <section className="sect">
      <div className="sect-h"><h2>Of the whole article</h2></div>
      <ul className="said">{people.map((by) => <Person key={by.assignmentId} by={by} said={said} />)}</ul>
    </section>
  );
}

function Person({ by: { assignmentId, annotator, round }, said }: { by: By; said: Said }) {
  const of = <T extends By>(items: readonly T[]): T[] => items.filter((one) => one.assignmentId === assignmentId);
  return (
    <li>
      <strong dir="auto">{annotator}{round > 1 && <span className="x12">{` reading ${round}`}</span>}</strong>
      <dl>
        {of(said.judgements).map((one) => (
          <div key={one.targetId}><dt>{one.target}</dt><dd>{judgementWords(one.value)}{one.confidence !== null && <span className="x12">{`, ${SURE[one.confidence] ?? ""}`}</span>}{one.note !== "" && <MarkdownView text={one.note} className="x12" />}</dd></div>
        ))}
        {of(said.answers).map((one) => <div key={one.setId}><dt>{one.set}</dt><dd>{one.labels.join(", ")} {one.needsReview && <Tag>Needs a look</Tag>}</dd></div>)}
        {of(said.notes).map((one) => <div key={one.id}><dt>{one.kind === "omitted" ? "Left out" : "Note"}</dt><dd><MarkdownView text={one.body} /></dd></div>)}
      </dl>
    </li>
  );
}
