import type { Words } from "../words";

/** Was jede Rolle ist, und was sie darf. */
export const roles = {
  title: "Was jede Rolle darf",
  sub: "Deine Rolle in diesem Projekt: {role}. Die Tabelle unten ist die, nach der sich auch das Programm richtet.",
  may: "Darf",
  yes: "ja",
  no: "nein",
  of: {
    coordinator: "leitet das Projekt: Artikel, Ziele, Personen, das Aufdecken",
    reviewer: "liest alle Markierungen und entscheidet, wo sie sich widersprechen; markiert auch, wenn gefragt",
    annotator: "markiert die zugeteilten Artikel, bis zum Aufdecken blind für die anderen",
    observer: "sieht zu, ohne zu markieren",
  },
  permissions: {
    project: {
      read: "Das Projekt sehen, seinen Namen und worum es geht",
      manage: "Seine Einstellungen ändern",
      reveal: "Allen die Markierungen aller zeigen",
    },
    members: { read: "Sehen, wer teilnimmt", manage: "Personen einladen, Rollen geben, Personen herausnehmen" },
    articles: { read: "Artikel lesen (Kodierende: die ihnen zugeteilten)", write: "Artikel hinzufügen und berichtigen" },
    sets: { read: "Artikelsammlungen sehen" },
    outlets: { read: "Medien und Herausgeber sehen", write: "Medien benennen und zusammenlegen" },
    codebook: { read: "Das Codebuch lesen", write: "Das Codebuch schreiben und veröffentlichen" },
    targets: { read: "Die Ziele sehen", write: "Ziele benennen", suggest: "Ziele vorschlagen" },
    assignments: { manage: "Artikel an Personen zuteilen", return: "Einen Artikel mit Kommentar zurückgeben" },
    keys: { manage: "Übungsschlüssel anlegen" },
    progress: { read: "Sehen, wie weit alle sind" },
    annotate: "Artikel markieren und beurteilen",
    lesson: { read: "Die Unterrichtsstunde einer Klasse und ihre Schritte sehen", teach: "Die Stunde vorbereiten und leiten, die Übersicht sehen, Punkte geben", take: "An der Stunde teilnehmen: markieren, schreiben, abstimmen" },
    spans: { read: "Markierungen lesen (Kodierende: bis zum Aufdecken die eigenen)" },
    agreement: { read: "Sehen, wie weit Kodierende übereinstimmen" },
    adjudication: { read: "Entschiedene Artikel sehen (Kodierende: nach dem Aufdecken)" },
    adjudicate: "Unstimmigkeiten entscheiden",
    stance: { read: "Die Zahlen sehen (Kodierende: nach dem Aufdecken)", keep: "Zahlen festhalten, wie sie stehen" },
    compare: { read: "Artikel nebeneinander vergleichen (Kodierende: nach dem Aufdecken)", write: "Sagen, welche Stellen dasselbe erzählen und was fehlt" },
    export: "Markierungen exportieren (Kodierende: bis zum Aufdecken die eigenen)",
    live: "Änderungen sehen, sobald sie geschehen",
  },
} as const satisfies Words["roles"];
