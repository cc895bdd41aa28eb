import type { Words } from "../words";

/** Der Rahmen um jede Seite. */
export const shell = {
  skip: "Zum Inhalt springen",
  allProjects: "Alle Projekte",
  account: "Konto",
  accountOf: "Konto von {name}",
  memberAs: "{name}, {role, select, coordinator {Leitung} reviewer {Begutachtung} annotator {Kodierung} other {Beobachtung}}",
  signOut: "Abmelden",
  language: "Sprache",
  project: "Projekt",
  you: "Du",
  projects: "Projekte",
  hiddenName: "verborgener Name",
  sections: {
    articles: "Artikel",
    assign: "Zuteilen",
    annotate: "Kodieren",
    progress: "Fortschritt",
    stance: "Haltung",
    codebook: "Codebuch",
    targets: "Ziele",
    people: "Personen",
    settings: "Einstellungen",
  },
  export: {
    spansCsv: "Markierungen als CSV exportieren",
    spansJsonl: "Markierungen als JSONL exportieren",
    judgements: "Urteile als CSV exportieren",
    answers: "Antworten als CSV exportieren",
    notes: "Notizen als CSV exportieren",
  },
} as const satisfies Words["shell"];
