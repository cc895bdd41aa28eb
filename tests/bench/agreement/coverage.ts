import { alphaOf, coincidencePiece } from "@/lib/agreement/coding/krippendorff-alpha";
import type { Interval } from "@/lib/agreement/report";
import { bootstrap, DOCUMENTS_FOR_BOOTSTRAP } from "@/lib/agreement/resample/bootstrap";
import { jackknife } from "@/lib/agreement/resample/jackknife";
import { type Pieces, type Statistic, total } from "@/lib/agreement/resample/pieces";
import { addPieces, width } from "@/lib/agreement/unitizing/pieces";
import { continuumOf } from "@/lib/agreement/unitizing/self-overlap";
import { uAlpha } from "@/lib/agreement/unitizing/u-alpha";
import type { Random } from "@/lib/kernel/random";
import type { Line } from "../bed";
import { FRAMINGS, LENGTH, markedArticle } from "./marked";

/** Articles that samples are drawn from: what an interval should hold is the figure of all of them. */
const WORLD = 5_000;
const ANNOTATORS = 4;
const TARGETS = 4;
const [SAMPLES, RESAMPLED, REPLICATES] = [4_000, 500, 1_000];
const SIZES = [5, 10, 30, 100];
/** Of few articles the interval is known to be a little short. */
const [USUAL, FEW] = [{ atLeast: 92, atMost: 97 }, { atLeast: 85, atMost: 97 }];

/** How many of 100 intervals hold the figure of the whole world of articles that their sample was drawn from, in which some articles are clearer than others. */
export function coverageLines(random: Random): Line[] {
  const worlds: [string, Pieces, Statistic][] = [
    ["uα", markedWorld(random), (sum) => uAlpha(sum, FRAMINGS)],
    ["nominal α", judgedWorld(random), (sum) => alphaOf(sum, "nominal", null)],
  ];
  return worlds.flatMap(([name, world, statistic]) => [
    ...SIZES.map((size) => line(`Jackknife-t of ${name}, ${size} articles`, size < 10 ? FEW : USUAL, world, statistic, size, SAMPLES, random, (sample) => jackknife(sample, statistic))),
    ...SIZES.filter((size) => size >= DOCUMENTS_FOR_BOOTSTRAP).map((size) => line(`Bootstrap of ${name}, ${size} articles`, USUAL, world, statistic, size, RESAMPLED, random, (sample) => bootstrap(sample, statistic, random, REPLICATES).interval)),
  ]);
}

function line(what: string, goal: Line["goal"], world: Pieces, statistic: Statistic, size: number, samples: number, random: Random, interval: (sample: Pieces) => Interval): Line {
  const truth = statistic(total(world)).value ?? Number.NaN;
  const values = new Float64Array(size * world.width);
  let [held, given, long] = [0, 0, 0];
  for (let sample = 0; sample < samples; sample++) {
    for (let i = 0; i < size; i++) {
      const from = random.below(WORLD) * world.width;
      values.set(world.values.subarray(from, from + world.width), i * world.width);
    }
    const { value } = interval({ values, width: world.width });
    if (value === null) continue;
    given += 1;
    long += value.high - value.low;
    if (value.low <= truth && truth <= value.high) held += 1;
  }
  const ours = `holds it in ${held.toLocaleString("en")} of ${given.toLocaleString("en")}, ${(long / given).toFixed(2)} long`;
  return { what, unit: "%", goal, reference: `the true ${truth.toFixed(3)}, ${samples.toLocaleString("en")} samples`, ours, value: (100 * held) / given };
}

/** An article is clearer or less so, and has more marks or fewer. */
const clearness = (random: Random) => 0.3 + random.below(700) / 1_000;

function markedWorld(random: Random): Pieces {
  const size = width(FRAMINGS);
  const values = new Float64Array(WORLD * size);
  for (let article = 0; article < WORLD; article++) {
    const units = markedArticle(ANNOTATORS, 1 + random.below(12), clearness(random), random).flatMap(({ annotator, start, end, framing }) => [annotator, start, end, framing]);
    addPieces(values, article * size, FRAMINGS, continuumOf(LENGTH, ANNOTATORS, units).continuum);
  }
  return { values, width: size };
}

/** Four annotators judge four targets of each article, of which most are seen alike in one article. */
function judgedWorld(random: Random): Pieces {
  const items = WORLD * TARGETS;
  const codes = new Int16Array(items * ANNOTATORS);
  for (let item = 0, clear = 0, usual = 0; item < items; item++) {
    if (item % TARGETS === 0) [clear, usual] = [clearness(random), random.below(3)];
    const truth = random.below(2) === 0 ? usual : random.below(3);
    for (let coder = 0; coder < ANNOTATORS; coder++) codes[item * ANNOTATORS + coder] = random.below(1_000) < 1_000 * clear ? truth : random.below(3);
  }
  const piece = coincidencePiece({ items, coders: ANNOTATORS, categories: ["−", "0", "+"], scale: null, values: codes });
  const values = new Float64Array(WORLD * piece.width);
  for (let article = 0; article < WORLD; article++) piece.add(article * TARGETS, (article + 1) * TARGETS, values, article * piece.width);
  return { values, width: piece.width };
}
