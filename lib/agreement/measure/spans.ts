import { addCharacters } from "../spans/character-f1";
import { addExact } from "../spans/exact-f1";
import { f1, MATCHES } from "../spans/f1";
import { marksOf, type Marks } from "../spans/marks";
import { addOverlap } from "../spans/overlap-f1";
import { addCredits, CREDITS, partialCredit } from "../spans/partial-credit";
import { type Answer, type Fields, type Metrics, shown } from "./metric";
import { formAt } from "./read";
import { labelsIn, type Unit, unitsAt } from "./units";

/** The two lists of a file; the first is the reference where that matters. */
function pairOf(input: Fields): [a: Marks, b: Marks] {
  formAt(input, "spanPair");
  const lists = ["A", "B"].map((key) => unitsAt(input[key], `input.${key}`));
  const labels = labelsIn(...lists);
  const marks = (units: readonly Unit[]) => marksOf(units.map(({ start, end, label }) => ({ parts: [[start, end]], label: labels.indexOf(label) })));
  return [marks(lists[0]!), marks(lists[1]!)];
}

function spanF1(_: Fields, input: Fields): Answer {
  const [a, b] = pairOf(input);
  const figure = (add: (into: Float64Array) => void) => {
    const sum = new Float64Array(MATCHES);
    add(sum);
    return shown(f1(sum));
  };
  return {
    exact: figure((into) => addExact(into, 0, a, b)),
    exact_unlabelled: figure((into) => addExact(into, 0, a, b, "unlabelled")),
    overlap: figure((into) => addOverlap(into, 0, a, b)),
    overlap_unlabelled: figure((into) => addOverlap(into, 0, a, b, "unlabelled")),
    overlap_iou50: figure((into) => addOverlap(into, 0, a, b, "labelled", "half")),
    char: figure((into) => addCharacters(into, 0, a, b)),
    char_unlabelled: figure((into) => addCharacters(into, 0, a, b, "unlabelled")),
  };
}

function credited(_: Fields, input: Fields): Answer {
  const [reference, response] = pairOf(input);
  const sum = new Float64Array(CREDITS);
  addCredits(sum, 0, reference, response);
  const { precision, recall, f1: both } = partialCredit(sum);
  return { precision: shown(precision), recall: shown(recall), f1: shown(both) };
}

/** Metrics of this family: span_f1, span_f1_partial_credit. */
export const SPANS_METRICS: Metrics = { span_f1: spanF1, span_f1_partial_credit: credited };
