import type { Words } from "../words";

/** Wie Arten von Dingen auf mehreren Seiten heißen: als Name, und mitten im Satz. */
export const names = {
  genres: {
    news: "Nachricht",
    analysis: "Analyse",
    opinion: "Meinung",
    editorial: "Leitartikel",
    letter: "Leserbrief",
    feature: "Reportage",
    interview: "Interview",
    explainer: "Erklärstück",
    review: "Rezension",
    press_release: "Pressemitteilung",
    other: "Anderes",
  },
  kinds: {
    headline: "Überschrift",
    byline: "Autorenzeile",
    heading: "Zwischenüberschrift",
    paragraph: "Absatz",
    list_item: "Listenpunkt",
    quotation: "Zitat",
    caption: "Bildunterschrift",
    embed: "Eingebetteter Beitrag",
    chrome: "Seitenbeiwerk",
  },
  kindsInside: {
    headline: "Überschrift",
    byline: "Autorenzeile",
    heading: "Zwischenüberschrift",
    paragraph: "Absatz",
    list_item: "Listenpunkt",
    quotation: "Zitat",
    caption: "Bildunterschrift",
    embed: "eingebetteter Beitrag",
    chrome: "Seitenbeiwerk",
  },
  phases: { practice: "Übung", pilot: "Pilot", reliability: "Reliabilität", main: "Haupt" },
  phasesInside: { practice: "Übung", pilot: "Pilot", reliability: "Reliabilität", main: "Haupt" },
  rolesInside: { coordinator: "Leitung", reviewer: "Begutachtung", annotator: "Kodierung", observer: "Beobachtung" },
} as const satisfies Words["names"];
