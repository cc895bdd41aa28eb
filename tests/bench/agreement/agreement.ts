import { dawidSkene } from "@/lib/agreement/aggregation/dawid-skene";
import { type Labels, labelsOf } from "@/lib/agreement/aggregation/labels";
import { alphaOf, coincidences } from "@/lib/agreement/coding/krippendorff-alpha";
import { bootstrap, REPLICATES } from "@/lib/agreement/resample/bootstrap";
import { jackknife } from "@/lib/agreement/resample/jackknife";
import { total } from "@/lib/agreement/resample/pieces";
import { addExact } from "@/lib/agreement/spans/exact-f1";
import { MATCHES, meanF1 } from "@/lib/agreement/spans/f1";
import { marksOf, type Marks } from "@/lib/agreement/spans/marks";
import { addOverlap } from "@/lib/agreement/spans/overlap-f1";
import { barUAlpha } from "@/lib/agreement/unitizing/bar-u-alpha";
import { coverage, cuAlpha } from "@/lib/agreement/unitizing/cu-alpha";
import { coverageOf, kUAlpha } from "@/lib/agreement/unitizing/k-u-alpha";
import { addPieces, width } from "@/lib/agreement/unitizing/pieces";
import { continuumOf } from "@/lib/agreement/unitizing/self-overlap";
import { uAlpha } from "@/lib/agreement/unitizing/u-alpha";
import { randomFrom } from "@/lib/kernel/random";
import type { Line } from "../bed";
import { interleaved, processorTime } from "../statistics";
import { coverageLines } from "./coverage";
import { gammaLine } from "./gamma";
import { FRAMINGS, LENGTH, markedArticle, submissions, type Submitted, valueOf } from "./marked";

const [ARTICLES, ANNOTATORS, MARKS, ITEMS] = [1_000, 5, 18, 20_000];
const SEED = 6n;
const [ROUNDS, EM] = [9, 50];
const WIDTH = width(FRAMINGS);

/** The measures of agreement against `JSON.parse` of the 90,000 marks they are of, in this process, warm; then how often the intervals hold the truth. */
export async function agreement(): Promise<Line[]> {
  const random = randomFrom(SEED);
  const all = Array.from({ length: ARTICLES }, (_, article) => submissions(article, ANNOTATORS, markedArticle(ANNOTATORS, MARKS, 0.8, random), random)).flat();
  const json = JSON.stringify(all);
  const count = all.reduce((sum, { spans }) => sum + spans.length, 0);
  const marks = JSON.parse(json) as Submitted[];
  const pieces = { values: unitPieces(marks), width: WIDTH };
  const table = codes();
  const labels = labelled();
  const against = async (what: string, atMost: number, work: () => unknown): Promise<Line> => {
    const { reference, ours, drift } = await interleaved(() => processorTime(() => JSON.parse(json)), () => processorTime(work), ROUNDS);
    return { what, unit: "×", goal: { atMost }, reference: `${reference.toFixed(0)} ms, JSON.parse of ${count.toLocaleString("en")} marks`, ours: `${ours.toFixed(1)} ms`, value: ours / reference, drift };
  };
  return [
    await against(`uα family of ${ARTICLES.toLocaleString("en")} articles by ${ANNOTATORS}`, 1, () => family(total({ values: unitPieces(marks), width: WIDTH }))),
    await against("Jackknife of uα over those articles", 4, () => jackknife(pieces, (sum) => uAlpha(sum, FRAMINGS))),
    await against(`Bootstrap of uα, ${REPLICATES.toLocaleString("en")} times`, 4, () => bootstrap(pieces, (sum) => uAlpha(sum, FRAMINGS), randomFrom(SEED))),
    await against("F1 of exact marks, ten pairs", 0.5, () => pairs(marks, addExact)),
    await against("F1 of overlapping marks, ten pairs", 1, () => pairs(marks, addOverlap)),
    await against(`Nominal α of ${ITEMS.toLocaleString("en")} items by ${ANNOTATORS}`, 0.2, () => alphaOf(coincidences(table, 0, ITEMS), "nominal", null)),
    await against(`Dawid–Skene on ${(labels.entries.length / 3).toLocaleString("en")} labels, ${EM} rounds`, 8, () => dawidSkene(labels, { iterations: EM, pseudoCounts: false })),
    await gammaLine(SEED),
    ...coverageLines(randomFrom(SEED)),
  ];
}

function unitPieces(submitted: readonly Submitted[]): Float64Array {
  const pieces = new Float64Array(ARTICLES * WIDTH);
  for (let article = 0; article < ARTICLES; article++) {
    const units: number[] = [];
    for (let annotator = 0; annotator < ANNOTATORS; annotator++)
      for (const { framing, parts } of submitted[article * ANNOTATORS + annotator]!.spans) for (const { start, end } of parts) units.push(annotator, start, end, valueOf(framing));
    addPieces(pieces, article * WIDTH, FRAMINGS, continuumOf(LENGTH, ANNOTATORS, units).continuum);
  }
  return pieces;
}

function family(sum: Float64Array): unknown {
  return [uAlpha(sum, FRAMINGS), barUAlpha(sum, FRAMINGS), cuAlpha(sum, FRAMINGS), coverage(sum, FRAMINGS), ...[0, 1, 2].map((k) => [kUAlpha(sum, FRAMINGS, k), coverageOf(sum, FRAMINGS, k)])];
}

function pairs(submitted: readonly Submitted[], add: (into: Float64Array, at: number, a: Marks, b: Marks) => void): unknown {
  const sum = new Float64Array((MATCHES * ANNOTATORS * (ANNOTATORS - 1)) / 2);
  for (let article = 0; article < ARTICLES; article++) {
    const each = Array.from({ length: ANNOTATORS }, (_, annotator) =>
      marksOf(submitted[article * ANNOTATORS + annotator]!.spans.map(({ framing, parts }) => ({ parts: parts.map(({ start, end }) => [start, end] as const), label: valueOf(framing) }))));
    let at = 0;
    for (let a = 0; a < ANNOTATORS; a++) for (let b = a + 1; b < ANNOTATORS; b++, at += MATCHES) add(sum, at, each[a]!, each[b]!);
  }
  return meanF1(sum);
}

/** 80,000 labels of 16,000 items by five coders, three in four of them right. */
function labelled(): Labels {
  const [items, classes] = [16_000, 4];
  const random = randomFrom(SEED);
  const triples: number[] = [];
  for (let item = 0; item < items; item++) {
    const truth = random.below(classes);
    for (let coder = 0; coder < ANNOTATORS; coder++) triples.push(item, coder, random.below(4) > 0 ? truth : random.below(classes));
  }
  return labelsOf(items, ANNOTATORS, classes, triples);
}

function codes() {
  const random = randomFrom(SEED);
  const values = new Int16Array(ITEMS * ANNOTATORS);
  for (let item = 0; item < ITEMS; item++) {
    const truth = random.below(5);
    for (let coder = 0; coder < ANNOTATORS; coder++) values[item * ANNOTATORS + coder] = random.below(10) < 7 ? truth : random.below(5);
  }
  return { items: ITEMS, coders: ANNOTATORS, categories: ["0", "1", "2", "3", "4"], scale: null, values };
}
