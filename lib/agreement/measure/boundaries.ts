import { boundarySimilarity } from "../boundaries/boundary-similarity";
import { type Answer, BadInput, type Fields, type Metrics, shown } from "./metric";
import { eachAt, formAt, wholeAt } from "./read";

function similarity(params: Fields, input: Fields): Answer {
  formAt(input, "masses");
  const [a, b] = ["a", "b"].map((key) => eachAt(input[key], `input.${key}`, (size, at) => wholeAt(size, at, 1)));
  const near = wholeAt(input["n_t"] ?? params["n_t"] ?? 2, "input.n_t", 1);
  const length = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
  if (length(a!) !== length(b!)) throw new BadInput("input.b", `should add up to ${length(a!)} as input.a, and adds up to ${length(b!)}`);
  const found = boundarySimilarity(a!, b!, near);
  return { B: shown(found.b), S: shown(found.s) };
}

/** Metrics of this family: boundary_similarity. */
export const BOUNDARIES_METRICS: Metrics = { boundary_similarity: similarity };
