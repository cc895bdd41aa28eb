import { Tag } from "@/components/ui/tag";
import { MarkdownView } from "@/components/rich-text/markdown-view";
import { requestTranslator } from "@/components/words/request-words";
import type { Translator } from "@/components/words/words";
import { judgementWords } from "./judgement-words";
import "./history.css";

type By = { assignmentId: string; annotator: string; round: number };
/** What was said of an article as a whole, by everybody whom the reader may see. */
export type Said = {
  judgements: readonly (By & { targetId: string; target: string; value: number | string; confidence: number | null; note: string })[];
  answers: readonly (By & { setId: string; set: string; labels: readonly string[]; needsReview: boolean })[];
  notes: readonly (By & { id: string; kind: string; body: string })[];
};

const SURE = ["1", "2", "3"] as const;

/** Judgements, answers and notes on the whole article, person by person. Nothing where nobody said anything that may be seen. */
export async function SaidPanel({ said }: { said: Said }) {
  const t = await requestTranslator("history");
  const people = [...new Map<string, By>([...said.judgements, ...said.answers, ...said.notes].map((one) => [one.assignmentId, one])).values()];
  if (people.length === 0) return null;
  return (
    <section className="sect">
      <div className="sect-h"><h2>{t("said.title")}</h2></div>
      <ul className="said">{people.map((by) => <Person key={by.assignmentId} t={t} by={by} said={said} />)}</ul>
    </section>
  );
}

function Person({ t, by: { assignmentId, annotator, round }, said }: { t: Translator<"history">; by: By; said: Said }) {
  const of = <T extends By>(items: readonly T[]): T[] => items.filter((one) => one.assignmentId === assignmentId);
  return (
    <li>
      <strong dir="auto">{annotator}{round > 1 && <span className="x12">{` ${t("said.reading", { n: round })}`}</span>}</strong>
      <dl>
        {of(said.judgements).map((one) => (
          <div key={one.targetId}><dt>{one.target}</dt><dd>{judgementWords(t, one.value)}<Sure t={t} confidence={one.confidence} />{one.note !== "" && <MarkdownView text={one.note} className="x12" />}</dd></div>
        ))}
        {of(said.answers).map((one) => <div key={one.setId}><dt>{one.set}</dt><dd>{one.labels.join(", ")} {one.needsReview && <Tag>{t("said.needsLook")}</Tag>}</dd></div>)}
        {of(said.notes).map((one) => <div key={one.id}><dt>{t(one.kind === "omitted" ? "said.omitted" : "said.note")}</dt><dd><MarkdownView text={one.body} /></dd></div>)}
      </dl>
    </li>
  );
}

function Sure({ t, confidence }: { t: Translator<"history">; confidence: number | null }) {
  const sure = SURE.find((one) => Number(one) === confidence);
  return sure === undefined ? null : <span className="x12">{`, ${t(`said.sure.${sure}`)}`}</span>;
}
