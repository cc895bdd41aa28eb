import type { Words } from "../words";

/** Schon einmal kodierte Worte, über dem Text vorgeschlagen. */
export const suggested = {
  title: "Vorschläge",
  count: "{n, plural, one {# Vorschlag} other {# Vorschläge}}",
  position: "{n, number} von {of, number}",
  previous: "Voriger Vorschlag",
  next: "Nächster Vorschlag",
  step: "Worte, die schon kodiert wurden. Geh zu einem Vorschlag, um ihn anzusehen.",
  accept: "Annehmen",
  edit: "Bearbeiten",
  dismiss: "Verwerfen",
  origin: "Du hast es so schon {n, plural, one {einmal} other {#-mal}} kodiert",
  settled: "In anderen Artikeln {n, plural, one {einmal} other {#-mal}} so entschieden",
  both: "Du hast es so schon {n, plural, one {einmal} other {#-mal}} kodiert, und in anderen Artikeln wurde {settled, plural, one {einmal} other {#-mal}} so entschieden",
  also: "{origin}; außerdem {others}",
  other: "{way}, {n, plural, one {einmal} other {#-mal}}",
  spoken: "Vorschlag {n, number} von {of, number}: {words}. {way}. {origin}.",
  noMore: "Keine weiteren Vorschläge.",
  dismissed: "Verworfen. {next}",
  marked: "{said}. {next}",
} as const satisfies Words["suggested"];
