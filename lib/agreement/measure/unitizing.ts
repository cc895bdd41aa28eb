import { characterMajority, type Run } from "../spans/character-majority";
import { marksOf } from "../spans/marks";
import { agreed } from "../unitizing/agreed";
import { alphaU1995 } from "../unitizing/alpha-u-1995";
import { barUAlpha } from "../unitizing/bar-u-alpha";
import { coverage, cuAlpha } from "../unitizing/cu-alpha";
import { NOMINAL, type Scale } from "../unitizing/difference";
import { coverageOf, kUAlpha } from "../unitizing/k-u-alpha";
import { addPieces, width } from "../unitizing/pieces";
import { continuumOf } from "../unitizing/self-overlap";
import { uAlpha } from "../unitizing/u-alpha";
import { BadInput, type Answer, type Fields, type Metrics, shown } from "./metric";
import { eachAt, formAt, nameAt, numberAt, numbersAt, refuse, wholeAt } from "./read";
import { codersAt, docsOf, labelsIn, LONGEST, quadruples, type Unit } from "./units";

const inTheirOrder = (labels: readonly string[], of: (k: number) => Answer): Answer => Object.fromEntries(labels.map((label, k) => [label, of(k)]));

/** The declared order of values (`params.values`), their level and numbers; without it the values as they are met, nominal. */
function scaleOf(params: Fields, met: readonly string[]): { readonly labels: readonly string[]; readonly scale: Scale } {
  const level = params["level"] ?? "nominal";
  if (level !== "nominal" && level !== "ordinal" && level !== "interval") refuse("params.level", '"nominal", "ordinal" or "interval"', level);
  if (params["values"] === undefined) {
    if (level !== "nominal") throw new BadInput("params.values", "should be the values in their order, for a level that has one");
    return { labels: met, scale: NOMINAL };
  }
  const labels = eachAt(params["values"], "params.values", nameAt);
  const strange = met.find((label) => !labels.includes(label));
  if (strange !== undefined) throw new BadInput("params.values", `should hold every label of the file, and lacks ${JSON.stringify(strange)}`);
  return { labels, scale: { level, numbers: level === "interval" ? numbersAt(params["numbers"] ?? params["values"], "params.numbers", labels.length) : null } };
}

function family(params: Fields, input: Fields): Answer {
  formAt(input, "spans");
  const docs = docsOf(input);
  const { labels, scale } = scaleOf(params, labelsIn(...docs.flatMap(({ coders }) => coders)));
  const values = labels.length;
  const sum = new Float64Array(width(values));
  let [merged, cut] = [0, 0];
  for (const { length, coders } of docs) {
    const settled = continuumOf(length, coders.length, quadruples(coders, labels));
    merged += settled.merged;
    cut += settled.cut;
    addPieces(sum, 0, values, settled.continuum);
  }
  const [same, share] = [agreed(sum, values, "u"), coverage(sum, values)];
  return {
    u: shown(uAlpha(sum, values)),
    bar_u: shown(barUAlpha(sum, values)),
    cu: shown(cuAlpha(sum, values, scale)),
    k: inTheirOrder(labels, (k) => shown(kUAlpha(sum, values, k, scale))),
    coverage: inTheirOrder(labels, (k) => shown(coverageOf(sum, values, k))),
    cu_coverage: { of_marked: shown(share.ofMarked), of_text: shown(share.ofText) },
    percent: shown(same.same),
    expected_percent: shown(same.expected),
    self_overlaps: { merged, cut },
  };
}

function older(_: Fields, input: Fields): Answer {
  formAt(input, "spans");
  const [begin, length] = [wholeAt(input["begin"] ?? 0, "input.begin", 0, LONGEST), wholeAt(input["length"], "input.length", 1, LONGEST)];
  const coders = codersAt(input["coders"], "input.coders", begin, begin + length);
  const labels = labelsIn(...coders);
  const { perValue, overall, observed, expected } = alphaU1995(length, coders.length, quadruples(coders, labels, begin), labels.length);
  return {
    ...(inTheirOrder(labels, (k) => shown(perValue[k]!)) as object),
    overall: shown(overall),
    observed: inTheirOrder(labels, (k) => observed[k]!),
    expectedDisagreement: inTheirOrder(labels, (k) => expected[k]!),
  };
}

function majority(_: Fields, input: Fields): Answer {
  formAt(input, "spans");
  const docs = docsOf(input);
  if (docs.length !== 1) throw new BadInput("input.docs", `should be one text, and are ${docs.length}`);
  const threshold = numberAt(input["threshold"] ?? 0.5, "input.threshold");
  const labels = labelsIn(...docs[0]!.coders);
  const marks = docs[0]!.coders.map((units) => marksOf(units.map(({ start, end, label }: Unit) => ({ parts: [[start, end]], label: labels.indexOf(label) }))));
  const runs = (by: "place" | "label") => characterMajority(marks, by, threshold).map(({ start, end, label }: Run) => [start, end, label === null ? "*" : labels[label]!]);
  return { spans: runs("place"), labelled: runs("label") };
}

/** Metrics of this family: ualpha and ualpha_docs (one thing, of one text or several), alpha_u_1995, span_majority_char. */
export const UNITIZING_METRICS: Metrics = { ualpha: family, ualpha_docs: family, alpha_u_1995: older, span_majority_char: majority };
