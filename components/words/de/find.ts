import type { Words } from "../words";

/** Worte suchen und dort markieren, wo sie stehen. */
export const find = {
  label: "Worte suchen und markieren",
  labelIn: "Worte markieren in {block}",
  words: "Im Artikel zu suchende Worte",
  wordsHint: "Worte suchen",
  wordsOf: "Worte in {block}",
  close: "Suche schließen",
  framingFirst: "Wähle zuerst ein Framing.",
  targetFirst: "Wähle zuerst ein Ziel.",
  typeFirst: "Gib Worte ein, die im Artikel stehen.",
  tickFirst: "Hake an, was markiert werden soll.",
  marked: "{n, plural, one {# Stelle} other {# Stellen}} markiert.",
  notFound: "Nicht gefunden",
  count: "{n, number} gefunden, {ticked, number} angehakt",
  countMost: "Die ersten {n, number} gefunden, {ticked, number} angehakt",
  already: "schon so markiert",
  markedAs: "markiert: {codes}",
  target: "{question} …",
  asStands: "{question}: wie es jeweils steht",
  mark: "{n, plural, one {# Stelle} other {# Stellen}} markieren",
} as const satisfies Words["find"];
