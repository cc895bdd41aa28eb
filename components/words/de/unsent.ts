import type { Words } from "../words";

/** Was von der Arbeit einer Person nur in diesem Browser ist; auf jeder Seite eines Projekts. */
export const unsent = {
  title: "Noch nicht gespeichert",
  notTaken: "{n, plural, one {# Änderung wurde} other {# Änderungen wurden}} nicht angenommen",
  toChoose: "{n, plural, one {# Änderung wartet} other {# Änderungen warten}} auf deine Wahl",
  look: "Ansehen",
  waits: "{why, select, signedOut {Abgemeldet} somebodyElse {Jemand anderes ist angemeldet} other {Offline}}, {n, plural, one {# Änderung wartet} other {# Änderungen warten}} {safe, select, yes {auf diesem Gerät} other {in diesem Tab. Lass ihn offen}}",
  dialog: {
    title: "Nicht auf dem Server gespeichert",
    copyAll: "Alles als Text kopieren",
    sub: "Diese Änderungen sind nur in diesem Browser. Sie bleiben, bis sie gespeichert sind oder du sie verwirfst.",
    open: "Artikel öffnen",
    copy: "Als Text kopieren",
    discard: "Verwerfen …",
    confirm: "Ja, {n, plural, one {verwerfen} other {# verwerfen}}",
    waits: "Wartet auf den Server",
    conflict: "Anderswo geändert: Öffne den Artikel, um zu wählen",
  },
  was: {
    noteGone: "Eine Notiz wurde entfernt",
    judgementGone: "Ein Urteil wurde zurückgenommen",
    judgement: "Ein Urteil: {value}",
    judgementNoted: "Ein Urteil: {value}. {note}",
    answer: "Eine Antwort zum Artikel",
    deleted: "Gelöscht: {words}",
    markDeleted: "Eine Markierung wurde gelöscht",
    markChanged: "Eine Markierung wurde geändert",
  },
} as const satisfies Words["unsent"];
