import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { PageHead } from "@/components/ui/page-head";
import { requestFormatter, requestTranslator } from "@/components/words/request-words";
import type { Translator } from "@/components/words/words";
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

function judged(t: Translator<"practice">, value: JudgementValue | null): string {
  if (typeof value !== "number") return t(`judgements.${value ?? "none"}`);
  return value > 0 ? `+${value}` : String(value).replace("-", "−");
}

/** A practice article beside its key: what matched, what did not, and why. */
export async function FeedbackPage({ projectId, feedback, article, codebook, practice }: Props) {
  const [t, format] = await Promise.all([requestTranslator("practice"), requestFormatter()]);
  const { hits, different, missed, extra, lines } = feedback;
  const target = (id: string): string => feedback.targets.find((one) => one.id === id)?.name ?? t("unnamed");
  return (
    <div className="page feedback">
      <PageHead
        title={practice ? t("title") : t("titleOf", { name: feedback.annotator })}
        facts={t("facts", { hits, different, missed, extra, whose: practice ? "own" : "other" })}
        acts={practice && <Button look="primary" href={`/p/${projectId}/annotate`}>{t("back")}</Button>}
        sub={t("sub", { score: format.number(feedback.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 }) })}
      />
      {practice && <PracticeStatus practice={practice} />}
      <div className="beside">
        <section className="sect" aria-label={t("article")}><FeedbackText text={article.text} blocks={article.blocks} lines={lines} /></section>
        <section className="sect">
          <h2>{t("byMark")}</h2>
          {lines.length === 0 ? <p className="muted">{t("nothing")}</p> : (
            <ol className="verdicts">
              {lines.map((line, i) => (
                <li key={i} id={`line-${i + 1}`} tabIndex={-1}>
                  <span className="row"><b className="num">{i + 1}</b> <VerdictWords verdict={line.verdict} differs={line.differs} /></span>
                  <span className="q" dir="auto">{(line.key ?? line.own)?.parts.map((part) => part.quote).join(" … ")}</span>
                  <dl className="codes">
                    {line.own && <><dt>{t(practice ? "you" : "marked")}</dt><dd><Codes t={t} mark={line.own} codebook={codebook} target={target} /></dd></>}
                    {line.key && <><dt>{t("key")}</dt><dd><Codes t={t} mark={line.key} codebook={codebook} target={target} /></dd></>}
                  </dl>
                  <Reason t={t} mark={line.key} codebook={codebook} />
                </li>
              ))}
            </ol>
          )}
          {feedback.judgements.length > 0 && (
            <table className="tb">
              <caption>{t("whole")}</caption>
              <thead><tr><th scope="col">{t("target")}</th><th scope="col" className="r">{t(practice ? "you" : "judged")}</th><th scope="col" className="r">{t("key")}</th></tr></thead>
              <tbody>{feedback.judgements.map((one) => <tr key={one.targetId}><th scope="row">{target(one.targetId)}</th><td className="r num">{judged(t, one.own)}</td><td className="r num">{judged(t, one.key)}</td></tr>)}</tbody>
            </table>
          )}
          <p className="x12"><Link className="link" href={`/p/${projectId}/codebook`}>{t("codebook")}</Link></p>
        </section>
      </div>
    </div>
  );
}

/** Practice on an article whose key is still to come. */
export async function NoKeyYet({ projectId }: { projectId: string }) {
  const t = await requestTranslator("practice");
  return (
    <div className="page narrow">
      <EmptyState level={1} size="page" what={t("noKey.what")} why={t("noKey.why")} who={t("noKey.who")} action={<Button look="primary" href={`/p/${projectId}/annotate`}>{t("back")}</Button>} />
    </div>
  );
}

function Codes({ t, mark, codebook, target }: { t: Translator<"practice">; mark: KeyedMark; codebook: CodebookContent; target: (id: string) => string }) {
  const framing = (key: Framing): string => codebook.framing.find((label) => label.id === key)?.name ?? key;
  const labels = codebook.sets.flatMap((set) => set.labels).filter((label) => mark.labelIds.includes(label.id));
  return (
    <>
      <span className={`fr ${GLYPH_CLASS[mark.framing]}`}><FramingGlyph shape={mark.framing} />{framing(mark.framing)}</span>
      <span>{target(mark.targetId)}</span>
      {mark.voice !== null && <span className="muted">{t(`voices.${mark.voice}`)}</span>}
      {labels.map((label) => <span key={label.id} className="muted">{label.name}</span>)}
    </>
  );
}

/** Why the key says so: its own reason, or what the codebook says of the framing. */
function Reason({ t, mark, codebook }: { t: Translator<"practice">; mark: KeyMark | null; codebook: CodebookContent }) {
  if (mark === null) return <p className="muted x12">{t("noMark")}</p>;
  if (mark.reason.trim() !== "") return <p className="reason" dir="auto">{mark.reason}</p>;
  const label = codebook.framing.find((one) => one.id === mark.framing);
  return label ? <p className="muted x12">{label.name}: {plainText(label.definition)}</p> : null;
}
