import type { Words } from "../words";

/** Unstimmigkeiten, über die man zusammen spricht, ohne Namen. */
export const meeting = {
  title: "Unstimmigkeiten für ein Treffen",
  position: "{n, number} von {of, number}",
  hide: "Niemandes Name steht hier, und Buchstaben meinen an jeder Stelle jemand anderen. Sprecht zuerst; zeigt dann, was markiert wurde.",
  previous: "Zurück",
  next: "Weiter",
  show: "Zeigen, was markiert wurde",
  unshow: "Wieder verbergen",
  print: "Drucken",
  others: "Andere wählen",
  keys: "Pfeiltasten gehen vor und zurück, Enter zeigt.",
  marked: "{n, plural, one {# Markierung} other {# Markierungen}} bei {of, plural, one {# Person} other {# Personen}}",
  states: { unanimous: "alle stimmen überein", boundaries: "nur die Grenzen unterscheiden sich", code: "der Code unterscheidet sich", target: "das Ziel unterscheidet sich", voice: "die Stimme unterscheidet sich", one_against_several: "eine Person gegen mehrere", only_some: "nur einige haben markiert" },
  voices: { own: "eigene Worte des Mediums", quoted: "zitierte Worte", embedded: "ein eingebetteter Text" },
  way: "{framing, select, advocacy {für} critical {gegen} other {neutral zu}} {target}",
  none: "Keine Unstimmigkeit, über die zu sprechen wäre",
  noneWhy: "Stellen erscheinen, sobald zwei denselben Artikel abgegeben haben und darin nicht übereinstimmen.",
  from: "Aus „{title}“",
} as const satisfies Words["meeting"];
