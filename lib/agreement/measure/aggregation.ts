import { randomFrom } from "@/lib/kernel/random";
import { dawidSkene } from "../aggregation/dawid-skene";
import { gladPosterior } from "../aggregation/glad";
import { mace, MACE, maceFrom, RESTARTS } from "../aggregation/mace";
import { majority } from "../aggregation/majority";
import { labelsAt, type NamedLabels } from "./labels-input";
import { type Answer, BadInput, type Fields, type Metrics, NotDefined } from "./metric";
import { eachAt, fieldsAt, numberAt, numberFrom, numbersAt, refuse, wholeAt } from "./read";

type Answers = Readonly<Record<string, Answer>>;

const named = <T extends Answer>(names: readonly string[], of: (index: number) => T): Record<string, T> => Object.fromEntries(names.map((name, index) => [name, of(index)]));
const row = (values: Float64Array, index: number, width: number): number[] => [...values.subarray(index * width, (index + 1) * width)];

function majorityOf(input: Fields): Answers {
  const { labels, items, categories } = labelsAt(input);
  const votes = majority(labels);
  return {
    probs: named(items, (item) => named(categories, (label) => votes[item]?.shares[label] ?? 0)),
    winners: named(items, (item) => (votes[item]?.winners ?? []).map((label) => categories[label] ?? "")),
  };
}

/** The most probable label of an item, or that there is none: two that are equal but for rounding. */
function likeliest(probabilities: readonly number[], categories: readonly string[]): string | NotDefined {
  const most = Math.max(...probabilities);
  const first = probabilities.filter((probability) => probability > most - 1e-9);
  return first.length === 1 ? (categories[probabilities.indexOf(most)] ?? "") : new NotDefined("tied");
}

function dawidSkeneOf(params: Fields, input: Fields): Answers {
  const { labels, items, coders, categories } = labelsAt(input);
  const k = categories.length;
  const pseudo = params["pseudoCounts"] ?? false;
  if (typeof pseudo !== "boolean") refuse("params.pseudoCounts", "true or false", pseudo);
  const found = dawidSkene(labels, { iterations: wholeAt(input["iterations"] ?? 50, "input.iterations", 1, 100_000), pseudoCounts: pseudo });
  return {
    T: named(items, (item) => named(categories, (label) => found.posterior[item * k + label] ?? 0)),
    prior: named(categories, (label) => (items.length > 0 ? (found.prior[label] ?? 0) : new NotDefined("no_values"))),
    labels: named(items, (item) => likeliest(row(found.posterior, item, k), categories)),
    errors: named(coders, (coder) => named(categories, (label) => row(found.errors, coder * k + label, k))),
    ...(items.length > 0 ? { logLik: found.logLik.at(-1) ?? 0 } : {}),
  };
}

function maceOf(params: Fields, input: Fields): Answers {
  const named_ = labelsAt(input);
  const { labels, items, categories } = named_;
  const [spam = 0, know = 0] = numbersAt(params["vbBeta"] ?? MACE.beta, "params.vbBeta", 2).map((value, i) => numberFrom(value, `params.vbBeta[${i}]`, 0.001));
  const dirichlet = numberFrom(params["vbDirichlet"] ?? MACE.dirichlet, "params.vbDirichlet", 0.001);
  const iterations = wholeAt(input["iterations"] ?? MACE.iterations, "input.iterations", 0, 100_000);
  const options = { iterations, beta: [spam, know] as const, dirichlet };
  const start = input["initSpamming"] === undefined ? null : startAt(input, named_);
  const restarts = wholeAt(params["restarts"] ?? RESTARTS, "params.restarts", 1, 1000);
  const found = start === null ? mace(labels, randomFrom(BigInt(wholeAt(params["seed"] ?? 1, "params.seed"))), options, restarts) : maceFrom(labels, start, options);
  return {
    post: named(items, (item) => row(found.posterior, item, categories.length)),
    labels: named(items, (item) => likeliest(row(found.posterior, item, categories.length), categories)),
    knowing: [...found.knowing],
    logLik: found.logLik,
  };
}

/** A start of one's own: [P(does not look), P(knows)] per annotator, and what each says who does not look, per label. */
function startAt(input: Fields, { coders, categories }: NamedLabels) {
  const table = (key: string, width: number) => {
    const place = `input.${key}`;
    const rows = eachAt(input[key], place, (entry, at) => numbersAt(entry, at, width).map((value, i) => numberFrom(value, `${at}[${i}]`, 0)));
    if (rows.length !== coders.length) throw new BadInput(place, `should have ${coders.length} rows, one per annotator, and has ${rows.length}`);
    return Float64Array.from(rows.flat());
  };
  return { spamming: table("initSpamming", 2), strategies: table("initStrategies", categories.length) };
}

function gladOf(input: Fields): Answers {
  const { labels, items, coders, categories } = labelsAt(input);
  const each = (key: string, names: readonly string[]) => {
    const fields = fieldsAt(input[key], `input.${key}`);
    return Float64Array.from(names, (name) => numberAt(Object.hasOwn(fields, name) ? fields[name] : undefined, `input.${key}.${name}`));
  };
  const posterior = gladPosterior(labels, each("alpha", coders), each("logBeta", items));
  return { post: named(items, (item) => named(categories, (label) => posterior[item * categories.length + label] ?? 0)) };
}

/** One label of many. */
export const AGGREGATION_METRICS: Metrics = {
  majority: (_, input) => majorityOf(input),
  dawid_skene: dawidSkeneOf,
  mace: maceOf,
  glad_e_step: (_, input) => gladOf(input),
};
