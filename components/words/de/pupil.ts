import type { Words } from "../words";

/** Was ein Schüler oder eine Schülerin von der Stunde liest, neben den Namen ihrer Schritte. */
export const pupil = {
  steps: "Die Schritte der Stunde",
  done: "fertig:",
  you: "Du bist {name}. Das bist du nicht? Melde dich oben im Menü ab und tritt mit dem Code bei.",
  waitingHelp: "Bleib auf dieser Seite. Sie geht von selbst weiter.",
  overHelp: "Danke. Du kannst diese Seite schließen.",
  left: "übrig",
  timeLeft: "noch {time}",
  paused: "übrig, die Uhr steht",
  timeUp: "Die Zeit ist um",
  timeUpDetail: "Schreib deinen Satz zu Ende; nichts geht verloren.",
  articles: "Artikel",
  noArticles: "Hier ist kein Artikel für dich. Sag es deiner Lehrkraft.",
  byline: "Von {byline}",
  marksIn: "{n, plural, =0 {keine Markierung} one {# Markierung} other {# Markierungen}}, abgegeben",
  read: "Ansehen",
  youDid: "Was du getan hast",
  classHeadlines: "Die Überschriften der Klasse",
  late: "Du kannst noch markieren",
  lateDetail: "Die Klasse hat ihre Markierungen schon gesehen. Was du jetzt markierst, bleibt und deine Lehrkraft sieht es, aber es wird getrennt gezählt.",
  question: "Im Ganzen: Unterstützt oder kritisiert dieser Artikel {name}?",
  scale: { criticisesStrongly: "kritisiert stark", criticises: "kritisiert etwas", neither: "weder noch", supports: "unterstützt etwas", supportsStrongly: "unterstützt stark", cannotTell: "kann ich nicht sagen", notAbout: "darum geht es nicht" },
  sending: { saving: "Wird gesichert …", saved: "Gesichert", waiting: "Keine Verbindung: Deine Antwort bleibt hier und wird später geschickt. Lass diese Seite offen." },
  handIn: "Noch einmal ansehen und abgeben",
  closed: "Abgegeben. Deine Antworten bleiben so stehen.",
} as const satisfies Words["pupil"];
