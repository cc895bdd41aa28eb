import type { Words } from "../words";

/** Was in Abbildungen steht, und was sie Menschen sagen, die sie nicht sehen. */
export const charts = {
  critical: "kritisch",
  advocacy: "befürwortend",
  none: "keine",
  noVariation: "keine Streuung",
  notEnough: "Zu wenig für einen Vergleich",
  single: { outlet: "Medium unbekannt, jedes Werk für sich", publisher: "Herausgeber unbekannt, jedes Werk für sich" },
  note: "{articles, plural, other {# Artikel}}, {annotators, plural, one {# Person} other {# Personen}}{tentative, select, yes { · vorläufig} other {}}",
  description: "{rows, plural, one {# Zeile} other {# Zeilen}} mal {targets, plural, one {# Ziel} other {# Ziele}}: {names}. Jeder Mittelwert liegt zwischen −{end, number}, kritisch, und +{end, number}, befürwortend. Die Werte stehen in der Tabelle.",
  counts: "{of}: {critical, number} kritisch, {neutral, number} neutral, {advocacy, number} befürwortend",
  noCounts: "{of}: keine Markierungen",
  shares: "{critical, number} % kritisch, {neutral, number} % neutral, {advocacy, number} % befürwortend",
  legend: {
    title: "So liest du die Abbildung",
    clear: { own: "eigene Stimme, klar von 0 verschieden", quoted: "Zitate, klar von 0 verschieden", all: "jede Stimme, klar von 0 verschieden", judged: "Urteil, klar von 0 verschieden" },
    unclear: "schließt 0 ein",
    tentative: "vorläufig: 5–19 Werke",
    few: "weniger als 5 Werke, oder keines von zweien gelesen",
    point: "ein einzelnes Werk",
    quoted: "zitierte Quellen",
    cut: "am Ende der Skala abgeschnitten",
    shrunken: "zum gemeinsamen Mittel gezogen",
  },
} as const satisfies Words["charts"];
