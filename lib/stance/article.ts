import { meanSign, netOf, sumCounts } from "./counts";
import { meanOf } from "./mean";
import { type AnnotatorRow, hasMarks, type StanceRow } from "./rows";

/** What is known of an article before anyone's marks. */
export type ArticleFacts = Pick<StanceRow, "articleId" | "workId" | "outletId" | "publisherId" | "title" | "targetId"> & {
  /** Length of the article's own voice in code points: chrome, bylines, quotations and embeds left out. */
  readonly ownVoiceCodePoints: number;
  /** Whether a judgement says that the article addresses the target. */
  readonly judgedAddressed: boolean;
};

/**
 * One article × target from its annotators. Every annotator weighs the same, however many spans each marked.
 *
 * - signMean = mean over annotators with own-voice marks of (advocacy − critical) / (advocacy + neutral + critical)
 * - netPer1000 = mean over all annotators of (advocacy − critical) / ownVoiceCodePoints × 1000; one without marks is 0,
 *   since reading and marking nothing is a finding; null with no annotator or no own-voice code points
 * - addressed when a judgement says so or any span is about the target
 *
 * Judgement and marks may disagree: a mark wins, so that no span is lost from the figures.
 */
export function articleRow(facts: ArticleFacts, annotators: readonly AnnotatorRow[]): StanceRow {
  const { ownVoiceCodePoints, judgedAddressed, ...article } = facts;
  const rate = ownVoiceCodePoints > 0 ? meanOf(annotators.map((one) => (netOf(one.own) / ownVoiceCodePoints) * 1000)) : null;
  return {
    ...article,
    own: sumCounts(annotators.map((one) => one.own)),
    quoted: sumCounts(annotators.map((one) => one.quoted)),
    embedded: sumCounts(annotators.map((one) => one.embedded)),
    annotators: annotators.map((one) => one.annotatorId),
    signMean: meanOf(annotators.map((one) => meanSign(one.own))),
    quotedSignMean: meanOf(annotators.map((one) => meanSign(one.quoted))),
    netPer1000: rate,
    addressed: judgedAddressed || annotators.some(hasMarks),
  };
}
