import type { Words } from "../words";

/** Die Medien und Herausgeber eines Projekts. */
export const outlets = {
  title: "Medien",
  facts: "{n, plural, one {# Medium} other {# Medien}}",
  sub: "Wer die Worte zuerst veröffentlicht hat, und von wessen Seite sie erfasst wurden. Ein Artikel, der einen der anderen Namen angibt, gehört zum selben Medium.",
  add: "Medium hinzufügen",
  none: "Noch keine Medien",
  noneWhy: "Ein Medium kommt mit dem ersten Artikel, der es nennt. Füge es hier vorher hinzu, um ihm andere Namen zu geben, damit „MEE“ und „Middle East Eye“ als eines zählen.",
  noneWho: "Die Projektleitung fügt sie hinzu.",
  addFirst: "Das erste Medium hinzufügen",
  new: "Ein neues Medium",
  added: "{name} ist hinzugefügt.",
  saved: "{name} ist gespeichert.",
  aliases: "Andere Namen von {name}",
  edit: "{name} bearbeiten",
  place: { both: "{country} · {language}", noCountry: "Land unbekannt", noLanguage: "Sprache unbekannt", neither: "Land und Sprache unbekannt" },
  form: {
    change: "{name} ändern",
    add: "Ein Medium hinzufügen",
    name: "Name",
    aliases: "Andere Namen",
    aliasesHint: "Trenne sie mit Strichpunkten.",
    country: "Land",
    countryHint: "Sein Code aus zwei Buchstaben, etwa GB.",
    language: "Sprache",
    languageHint: "Ihr Kürzel, etwa en oder pt-BR.",
  },
} as const satisfies Words["outlets"];
