import { letterOf, type Named } from "./agreement-heat-map";

type Many = { readonly annotators: readonly Named[] };

/** The annotators of a report by name or, hidden, by a letter that stays theirs whatever is chosen among `everybody`. */
export function peopleOf(everybody: Many, report: Many, hideNames: boolean): Named[] {
  if (!hideNames) return report.annotators.map(({ id, name }) => ({ id, name }));
  const place = new Map(everybody.annotators.map(({ id }, index) => [id, letterOf(index)]));
  return report.annotators.map(({ id }, index) => ({ id, name: place.get(id) ?? letterOf(everybody.annotators.length + index) }));
}
