import type { Words } from "../words";

/** Die Liste der Projekte, und ein neues beginnen. */
export const projects = {
  none: "Noch kein Projekt",
  title: "Deine Projekte",
  join: "Mit einem Code beitreten",
  noneWhy: "Zu einem Projekt gehören Artikel, die Ziele, auf die hin sie gelesen werden, und die Menschen, die sie markieren. Beginne eines oder tritt mit einem Code einem bei.",
  nonePupil: "Tritt mit dem Code von der Tafel einer Klasse bei.",
  kinds: { research: "Studie", class: "Klasse" },
  sample: "Beispiel, erfunden",
  lesson: "Eine Stunde beginnen",
  template: "Vorlage",
  revealed: "aufgedeckt",
  youAre: "Du {role, select, coordinator {leitest es} reviewer {begutachtest} annotator {kodierst, als {name}} other {siehst zu, als {name}}}.",
  new: {
    title: "Neues Projekt",
    name: "Name des Projekts",
    about: "Worum es geht, wenn du magst",
    kind: "Was es ist",
    research: "Eine Studie",
    researchDetail: "Kodierende arbeiten blind füreinander; du teilst Artikel zu.",
    class: "Eine Klasse",
    classDetail: "Die Klasse tritt mit einem Code unter erfundenen Namen bei; alle bekommen jeden Artikel.",
    everyone: "Allen Kodierenden jeden Artikel geben",
    everyoneHint: "Neue Mitglieder und neue Artikel werden von selbst zugeteilt. Du kannst das später ändern.",
    act: "Projekt beginnen",
    acting: "Wird begonnen …",
  },
  network: {
    about: "Zu diesem Netz",
    plain: "Lokales Netz ohne Verschlüsselung: Benutze es in einem Netz, dem du vertraust, mit erfundenen Namen.",
  },
} as const satisfies Words["projects"];
