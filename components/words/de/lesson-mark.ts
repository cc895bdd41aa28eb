import type { Words } from "../words";

export const lessonMark = {
  article: "Artikel",
  covered: "Zeitung und Verfasser sind bis zum Aufdecken verdeckt.",
  unknown: "Zeitung unbekannt",
  yours: "Deine Arbeit an diesem Artikel",
  own: "Deine Markierungen",
  none: "Wähle Wörter im Artikel aus.",
  noneReadOnly: "Du hast hier nichts markiert.",
  why: "Warum? Ein Satz, wenn du magst",
  delete: "Löschen",
  whole: "Der Artikel im Ganzen",
  about: "Über",
  back: "Stunde",
  position: "Artikel {n, number} von {of, number}",
  isIn: "Abgegeben. Artikel {n, number} von {of, number}",
  others: "Andere Artikel",
  handIn: "Abgeben",
  handingIn: "Wird abgegeben …",
  next: "Nächster Artikel",
  done: "Zurück zur Stunde",
  late: "Die Klasse hat schon alle Markierungen gesehen. Deine zählen ab jetzt gesondert.",
} as const satisfies Words["lessonMark"];
