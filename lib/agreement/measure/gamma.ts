import { randomFrom } from "@/lib/kernel/random";
import { gammaContinuum, type GammaContinuum } from "../gamma/continuum";
import { type Dissimilarity, nominal } from "../gamma/dissimilarity";
import { documentDisorder, gammaOf, MOST_SAMPLES, SAMPLES } from "../gamma/gamma";
import { bestAlignment } from "../gamma/observed-disorder";
import { SAMPLER } from "../gamma/rotate-annotators";
import { type Answer, BadInput, type Fields, type Metrics, NotDefined } from "./metric";
import { eachAt, fieldsAt, formAt, listAt, nameAt, numberAt, numberFrom, wholeAt } from "./read";

type Read = { readonly given: GammaContinuum; readonly sampled: readonly GammaContinuum[]; readonly measure: Dissimilarity };

function read(params: Fields, input: Fields): Read {
  formAt(input, "gamma");
  if ((params["deltaEmpty"] ?? 1) !== 1) throw new BadInput("params.deltaEmpty", "should be 1: other values are not offered");
  const categories = new Map<string, number>();
  const continuum = (coders: Fields, place: string): GammaContinuum => {
    const units = Object.entries(coders).flatMap(([name, list], coder) =>
      eachAt(list, `${place}.${name}`, (unit, at) => {
        const [start, end, category] = listAt(unit, at);
        const [from, to] = [numberAt(start, `${at}[0]`), numberAt(end, `${at}[1]`)];
        if (to <= from) throw new BadInput(at, "should end behind its start");
        const key = nameAt(category, `${at}[2]`);
        return [coder, from, to, categories.get(key) ?? categories.set(key, categories.size).size - 1] as const;
      }),
    );
    const length = input["length"] === undefined ? units.reduce((most, [, , end]) => Math.max(most, end), 0) : numberFrom(input["length"], "input.length", 0);
    return gammaContinuum(length, Object.keys(coders).length, units);
  };
  const given = continuum(fieldsAt(input["coders"], "input.coders"), "input.coders");
  const sampled = input["sampledContinua"] === undefined ? [] : eachAt(input["sampledContinua"], "input.sampledContinua", (one, at) => continuum(fieldsAt(one, at), at));
  const weight = (key: string): number => numberFrom(params[key] ?? 1, `params.${key}`, 0);
  return { given, sampled, measure: { alpha: weight("alpha"), beta: weight("beta"), categories: categories.size, between: nominal(categories.size) } };
}

function disorder(continuum: GammaContinuum, measure: Dissimilarity): Answer {
  if (continuum.coders < 2) return new NotDefined("one_annotator");
  if (continuum.start.length === 0) return new NotDefined("nothing_marked");
  return bestAlignment(continuum, measure)?.disorder ?? new NotDefined("too_large");
}

function observed(params: Fields, input: Fields): Answer {
  const { given, measure } = read(params, input);
  const samples = wholeAt(params["samples"] ?? SAMPLES, "params.samples", 2, MOST_SAMPLES);
  const precision = params["precision"] === undefined ? null : numberFrom(params["precision"], "params.precision", 0.001);
  const seed = wholeAt(params["seed"] ?? 1, "params.seed");
  const observedDisorder = disorder(given, measure);
  if (typeof observedDisorder !== "number") return { observedDisorder, gamma: observedDisorder };
  const found = documentDisorder(given, measure, { samples, precision }, randomFrom(BigInt(seed)));
  if (found.value === null) return { observedDisorder, gamma: new NotDefined(found.reason) };
  const alignments = bestAlignment(given, measure)?.alignments ?? 0;
  return { observedDisorder, alignments, expectedDisorder: found.value.expected, gamma: gammaOf(found.value), samples: found.value.samples, sampler: SAMPLER, seed };
}

function replay(params: Fields, input: Fields): Answer {
  const { given, sampled, measure } = read(params, input);
  const observedDisorder = disorder(given, measure);
  const sampleDisorders = sampled.map((continuum) => disorder(continuum, measure));
  const known = sampleDisorders.filter((one) => typeof one === "number");
  const sum = known.reduce((total, one) => total + one, 0);
  const gamma = typeof observedDisorder !== "number" ? observedDisorder : known.length < sampled.length ? new NotDefined("too_large") : sum > 0 ? 1 - observedDisorder / (sum / known.length) : new NotDefined("no_variation");
  return { observedDisorder, sampleDisorders, gamma };
}

/** Metrics of this family: gamma_observed (with γ by our own sampler: params samples, precision, seed; input length), gamma_replay. */
export const GAMMA_METRICS: Metrics = { gamma_observed: observed, gamma_replay: replay };
