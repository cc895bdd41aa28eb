import type { Words } from "../words";

/** Was Entscheidungen bestätigten, und die Übereinstimmung davor und danach. */
export const outcome = {
  title: "Was aus den Markierungen wurde",
  sub: "Entscheidungen, die gelten, und sonst nichts: Was jemand nicht markiert hat, ist keine Stimme.",
  upheld: "Bestätigte Markierungen",
  own: "{upheld, number} von deinen {decided, number} Markierungen, über die entschieden wurde, wurden bestätigt.",
  ownMore: "Ansehen, warum",
  onlyLead: "Nur für dich und die Projektleitung",
  everybody: "Hier siehst du alle; Kodierende sehen nur ihre eigenen, nach dem Aufdecken.",
  caveat: "Eine Markierung ist bestätigt, wenn sie so im entschiedenen Stand steht oder mit allem, was sie sagt, übernommen wurde. Ein kleiner Anteil kann von einem schweren Artikel kommen und nicht nur von Versehen; Markierungen eines Artikels hängen zusammen, deshalb sind die Intervalle etwas zu schmal.",
  none: "Noch ist nichts entschieden",
  noneWhy: "Zahlen erscheinen, sobald über deine Markierungen entschieden wurde.",
  columns: { who: "Kodierende", decided: "Entschieden", upheld: "Bestätigt", share: "Anteil", why: "Warum die anderen nicht", articles: "Artikel", exact: "Dieselben Wörter", overlap: "Überlappende Wörter" },
  share: "{share, number, percent} ({low, number, percent} bis {high, number, percent})",
  undefined: "nicht bestimmt: {reason}",
  reasons: { ambiguous: "mehrdeutiger Text {n, number}", codebook_gap: "Lücke im Codebuch {n, number}", slip: "Versehen {n, number}", edge_case: "Grenzfall {n, number}", honest: "ehrlich verschieden {n, number}", other: "anderes {n, number}", none: "ohne Grund {n, number}" },
  agreement: "Übereinstimmung davor und danach",
  agreementSub: "F1 von Markierungen mit gleichem Ziel und Framing über {n, plural, one {# entschiedenen Artikel} other {# entschiedene Artikel}}: das Mittel über Paare. Spätere Abgaben sind nicht mehr unabhängig, wenn man miteinander gesprochen hat; berichte die ersten.",
  noSettled: "Noch ist kein Artikel fertig entschieden.",
  classOnly: "Einer Klasse werden keine Koeffizienten gezeigt.",
  first: "Erste Abgaben, untereinander",
  latest: "Letzte Abgaben, untereinander",
  record: "Erste Abgabe von {name}, mit dem entschiedenen Stand",
  nothing_marked: "niemand hat etwas markiert",
  no_shared_article: "keine zwei teilen einen Artikel",
} as const satisfies Words["outcome"];
