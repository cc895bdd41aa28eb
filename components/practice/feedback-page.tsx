import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { PageHead } from "@/components/ui/page-head";
import type { KeyComparison, KeyedMark, KeyMark } from "@/lib/annotations/answer-key";
import type { JudgementValue } from "@/lib/annotations/span";
import type { BlockKind } from "@/lib/articles/blocks";
import type { CodebookContent } from "@/lib/codebook/content";
import type { Framing } from "@/lib/codebook/framing";
import { plainText } from "@/lib/codebook/rich-text";
import { FeedbackText } from "./feedback-text";
import { PracticeStatus, type Practice } from "./practice-status";
import { VerdictWords } from "./verdict";
import "./practice.css";

type Shown = KeyComparison & {
  title: string; annotator: string; phase: string;
  judgements: readonly { targetId: string; own: JudgementValue | null; key: JudgementValue }[];
  targets: readonly { id: string; name: string }[];
};
type Props = {
  projectId: string;
  feedback: Shown;
  article: { text: string; blocks: readonly { ordinal: number; kind: BlockKind; start: number; end: number }[] };
  codebook: CodebookContent;
  /** The annotator's own standing; null when somebody else looks. */
  practice: Practice | null;
};

const VOICE_WORDS = { own: "own voice", quoted: "quoted", embedded: "embedded" } as const;
const judged = (value: JudgementValue | null): string => (value === null ? "none" : value === "unclear" ? "unclear" : value === "not_addressed" ? "not addressed" : value > 0 ? `+${value}` : String(value).replace("-", "−"));

/** A practice article beside its key: what matched, what did not, and why. */
export function FeedbackPage({ projectId, feedback, article, codebook, practice }: Props) {
  const { hits, different, missed, extra, lines } = feedback;
  const target = (id: string): string => feedback.targets.find((one) => one.id === id)?.name ?? "an unnamed target";
  return (
    <div className="page feedback">
      <PageHead
        title={practice ? "Your practice beside the key" : `${feedback.annotator} beside the key`}
        facts={`${hits} as in the key, ${different} coded otherwise, ${missed} only in the key, ${extra} only ${practice ? "yours" : "theirs"}`}
        acts={practice && <Button look="primary" href={`/p/${projectId}/annotate`}>Back to your articles</Button>}
        sub={`Score ${feedback.score.toFixed(2)}: twice the marks as in the key, divided by all marks of both. A key is one careful reading; where you have a good reason for yours, tell the coordinator.`}
      />
      {practice && <PracticeStatus practice={practice} />}
      <div className="beside">
        <section className="sect" aria-label="The article"><FeedbackText text={article.text} blocks={article.blocks} lines={lines} /></section>
        <section className="sect">
          <h2>Mark by mark</h2>
          {lines.length === 0 ? <p className="muted">Nothing was to be marked here, and nothing was.</p> : (
            <ol className="verdicts">
              {lines.map((line, i) => (
                <li key={i} id={`line-${i + 1}`} tabIndex={-1}>
                  <span className="row"><b className="num">{i + 1}</b> <VerdictWords verdict={line.verdict} differs={line.differs} /></span>
                  <span className="q" dir="auto">{(line.key ?? line.own)?.parts.map((part) => part.quote).join(" … ")}</span>
                  <dl className="codes">
                    {line.own && <><dt>{practice ? "You" : "Marked"}</dt><dd><Codes mark={line.own} codebook={codebook} target={target} /></dd></>}
                    {line.key && <><dt>Key</dt><dd><Codes mark={line.key} codebook={codebook} target={target} /></dd></>}
                  </dl>
                  <Reason mark={line.key} codebook={codebook} />
                </li>
              ))}
            </ol>
          )}
          {feedback.judgements.length > 0 && (
            <table className="tb">
              <caption>The article as a whole</caption>
              <thead><tr><th scope="col">Target</th><th scope="col" className="r">{practice ? "You" : "Judged"}</th><th scope="col" className="r">Key</th></tr></thead>
              <tbody>{feedback.judgements.map((one) => <tr key={one.targetId}><th scope="row">{target(one.targetId)}</th><td className="r num">{judged(one.own)}</td><td className="r num">{judged(one.key)}</td></tr>)}</tbody>
            </table>
          )}
          <p className="x12"><Link className="link" href={`/p/${projectId}/codebook`}>Read the codebook</Link></p>
        </section>
      </div>
    </div>
  );
}

/** Practice on an article whose key is still to come. */
export function NoKeyYet({ projectId }: { projectId: string }) {
  return (
    <div className="page narrow">
      <EmptyState level={1} size="page" what="This practice article has no key yet" why="Your work is stored, and is compared as soon as there is a key." who="The coordinator of the project makes keys." action={<Button look="primary" href={`/p/${projectId}/annotate`}>Back to your articles</Button>} />
    </div>
  );
}

function Codes({ mark, codebook, target }: { mark: KeyedMark; codebook: CodebookContent; target: (id: string) => string }) {
  const framing = (key: Framing): string => codebook.framing.find((label) => label.id === key)?.name ?? key;
  const labels = codebook.sets.flatMap((set) => set.labels).filter((label) => mark.labelIds.includes(label.id));
  return (
    <>
      <span className={`fr ${GLYPH_CLASS[mark.framing]}`}><FramingGlyph shape={mark.framing} />{framing(mark.framing)}</span>
      <span>{target(mark.targetId)}</span>
      {mark.voice !== null && <span className="muted">{VOICE_WORDS[mark.voice]}</span>}
      {labels.map((label) => <span key={label.id} className="muted">{label.name}</span>)}
    </>
  );
}

/** Why the key says so: its own reason, or what the codebook says of the framing. */
function Reason({ mark, codebook }: { mark: KeyMark | null; codebook: CodebookContent }) {
  if (mark === null) return <p className="muted x12">The key has no mark here.</p>;
  if (mark.reason.trim() !== "") return <p className="reason" dir="auto">{mark.reason}</p>;
  const label = codebook.framing.find((one) => one.id === mark.framing);
  return label ? <p className="muted x12">{label.name}: {plainText(label.definition)}</p> : null;
}
