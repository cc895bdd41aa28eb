import type { Words } from "../words";

/** Wie es um Speichern und Abgeben steht. */
export const saving = {
  saving: "Wird gespeichert …",
  saved: "Gespeichert {time}",
  changed: "Anderswo geändert. Sieh nach",
  notSaved: "Nicht gespeichert. {why}",
  news: "Zu diesem Artikel gibt es Neues.",
  rowChanged: "Etwas wurde anderswo geändert",
  markChanged: "Diese Markierung wurde anderswo geändert",
  judgementsLeft: "{n, plural, one {# Urteil fehlt} other {# Urteile fehlen}} noch: {names}.",
  answersLeft: "{n, plural, one {# Antwort fehlt} other {# Antworten fehlen}} noch: {names}.",
  needLook: "{n, plural, other {# deiner Markierungen}} solltest du ansehen.",
  lookAgain: "{names}: sieh noch einmal hin, das Codebuch hat sich geändert.",
  chooseFirst: "Etwas wurde anderswo geändert. Wähle, was bleibt, und gib dann ab.",
  notAllSaved: "Manches ist noch nicht gespeichert. Gib noch einmal ab, wenn es so weit ist.",
  notTaken: "Eine Änderung wurde nicht gespeichert. Sieh sie dir an und gib dann noch einmal ab.",
} as const satisfies Words["saving"];
