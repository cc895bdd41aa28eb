import { gammaContinuum, type GammaUnit } from "@/lib/agreement/gamma/continuum";
import { type Dissimilarity, nominal } from "@/lib/agreement/gamma/dissimilarity";
import { documentDisorder } from "@/lib/agreement/gamma/gamma";
import { bestAlignment } from "@/lib/agreement/gamma/observed-disorder";
import { randomFrom } from "@/lib/kernel/random";
import type { Line } from "../bed";
import { interleaved, processorTime } from "../statistics";
import { FRAMINGS, LENGTH, markedArticle } from "./marked";

const [ARTICLES, ANNOTATORS, MARKS, SAMPLES, ROUNDS] = [40, 4, 18, 30, 3];
/** Gives a γ of about .3, as published figures of such work are. The clearer the texts, the cheaper is aligning them once, and the higher the ratio. */
const CLEAR = 0.4;
const MEASURE: Dissimilarity = { alpha: 1, beta: 1, categories: FRAMINGS, between: nominal(FRAMINGS) };

/** γ with its samples against aligning the marks once: a text is aligned once for each sample and once for what was marked. */
export async function gammaLine(seed: bigint): Promise<Line> {
  const random = randomFrom(seed);
  const texts = Array.from({ length: ARTICLES }, () => gammaContinuum(LENGTH, ANNOTATORS, markedArticle(ANNOTATORS, MARKS, CLEAR, random).map(({ annotator, start, end, framing }): GammaUnit => [annotator, start, end, framing])));
  const { reference, ours, drift } = await interleaved(
    () => processorTime(() => texts.forEach((text) => bestAlignment(text, MEASURE))),
    () => processorTime(() => texts.forEach((text) => documentDisorder(text, MEASURE, { samples: SAMPLES, precision: null }, randomFrom(seed)))),
    ROUNDS,
  );
  return {
    what: `γ of ${ARTICLES} articles by ${ANNOTATORS}, ${SAMPLES} samples each`, unit: "×", goal: { atMost: 40 },
    reference: `${reference.toFixed(0)} ms, aligning their marks once`, ours: `${ours.toFixed(0)} ms, ${(ours / ARTICLES).toFixed(0)} an article`, value: ours / reference, drift,
  };
}
