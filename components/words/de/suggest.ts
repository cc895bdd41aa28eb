import type { Words } from "../words";

/** Um ein fehlendes Ziel bitten, und was daraus wurde. Auch auf der Kodierseite. */
export const suggest = {
  title: "Ein Ziel vorschlagen",
  sub: "Wen oder was vermisst du in der Liste der Ziele? Die Projektleitung liest es und antwortet dir. Andere Kodierende sehen es nicht.",
  name: "Name",
  why: "Warum, wenn du magst",
  sending: "Wird gesendet …",
  send: "Vorschlagen",
  sent: "{name} ist vorgeschlagen. Die Projektleitung entscheidet.",
  loading: "Deine Vorschläge werden geladen",
  failed: "Deine früheren Vorschläge lassen sich gerade nicht zeigen.",
  before: "Was du vorher vorgeschlagen hast",
  waits: "wartet auf die Projektleitung",
  declined: "abgelehnt",
  isTarget: "jetzt ein Ziel",
  countsAs: "zählt als {name}",
} as const satisfies Words["suggest"];
