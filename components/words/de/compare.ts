import type { Words } from "../words";

/** Berichte über ein Ereignis nebeneinander. */
export const compare = {
  list: {
    title: "Berichte vergleichen",
    facts: "{n, plural, one {# Ereignis} other {# Ereignisse}}",
    sub: "Ein Ereignis, wie es mehrere Medien erzählen, Stelle für Stelle: was jedes in eigenen Worten sagt und was nur eines von ihnen sagt.",
    none: "Noch kein Ereignis zum Vergleichen",
    noneWhy: "Ein Vergleich braucht eine Sammlung von Artikeln zu einem Ereignis, mindestens zwei. Wähle Artikel in der Liste und drücke „Vergleichen“, oder nimm auf der Seite der Sammlungen einen Vorschlag an.",
    noneWho: "Die Projektleitung legt Sammlungen an.",
    noneYours: "Keiner der Artikel, die du bekommen hast, ist in einer Sammlung zu einem Ereignis.",
    sets: "Sammlungen und Vorschläge",
    articles: "Artikelliste öffnen",
    omissions: "{n, plural, =0 {keine Auslassung notiert} one {# Auslassung notiert} other {# Auslassungen notiert}}",
    conflicts: "{n, plural, =0 {kein Widerspruch notiert} one {# Widerspruch notiert} other {# Widersprüche notiert}}",
    tooFew: "Nur ein Artikel: Füge einen zweiten hinzu, um zu vergleichen.",
    moreOutlets: "{names} und {n, number} weitere",
  },
  before: {
    later: "Du vergleichst Berichte, sobald die Arbeit aufgedeckt ist",
    never: "In diesem Projekt bleibt die Arbeit aller für sich",
    why: "Ein Vergleich zeigt, was andere markiert haben und welches Medium was schrieb. Beides soll dich beim Markieren nicht lenken.",
    reveals: "Die Projektleitung öffnet ihn für alle zugleich.",
    mayChange: "Die Projektleitung kann das ändern.",
    yours: "Zu deinen Artikeln",
  },
} satisfies Words["compare"];
