import type { Words } from "../words";

export const lessonStart = {
  title: "Eine Stunde beginnen",
  sub: "Vierzig Minuten, ein Code an der Tafel, erfundene Namen, keine E-Mail.",
  sample: { title: "Mit den Beispielartikeln", why: "Drei erfundene Zeitungen über ein erfundenes Ereignis, fertig für den Unterricht. Sieh sie dir an, ändere sie, oder öffne die Tür.", name: "Eine erste Stunde: die Brücke", act: "Stunde anlegen" },
  template: { title: "Aus einer Vorlage", act: "Für eine Klasse kopieren", actOn: "{name} für eine Klasse kopieren" },
  own: {
    title: "Mit eigenen Artikeln",
    why: "Zwei bis vier Artikel über ein Ereignis.",
    name: "Meine Stunde",
    paste: "Einfügen oder hochladen",
    from: "oder nimm sie aus",
    pick: "{n, plural, =0 {Wähle zwei bis vier.} other {# gewählt, zwei bis vier gehen}}",
    none: "Dort sind noch keine Artikel.",
    act: "Stunde anlegen",
  },
} as const satisfies Words["lessonStart"];
