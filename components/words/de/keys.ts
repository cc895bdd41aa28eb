import type { Words } from "../words";

/** Der Schlüssel eines Artikels: wie er zu markieren wäre. */
export const keys = {
  title: "Schlüssel",
  facts: "{marks, plural, one {# Markierung} other {# Markierungen}}, {scored, plural, one {# Abgabe} other {# Abgaben}} verglichen",
  why: "Mit einem Schlüssel dient der Artikel der Übung: Kodierende sehen danach, was übereinstimmte und warum. Er zählt dann in keiner Zahl und keiner Übereinstimmung.",
  noSource: "Ein Schlüssel entsteht aus abgegebener Arbeit. Teile dir den Artikel selbst zu, markiere ihn, wie es sein soll, und gib ihn ab.",
  source: "Aus der abgegebenen Arbeit von",
  make: "Schlüssel anlegen",
  making: "Wird angelegt …",
  made: "Der Artikel hat jetzt einen Schlüssel.",
  saved: "Der Schlüssel ist gespeichert, und erste Abgaben werden damit bewertet.",
  gone: "Der Schlüssel ist weg; der Artikel zählt wieder in den Zahlen.",
  mixAsk: "Unbemerkt in Listen mischen …",
  removeAsk: "Schlüssel entfernen …",
  remove: "Schlüssel entfernen",
  removing: "Wird entfernt …",
  keep: "Behalten",
  removeWhat: "Seine Markierungen, Gründe und Werte verschwinden, und der Artikel zählt wieder in den Zahlen. Wer die Übung bestanden hat, bleibt durch.",
  marks: {
    none: "In diesem Artikel ist nichts zu markieren; auch das ist ein Befund.",
    former: "ein früheres Ziel",
    why: "Warum: {quote}",
    whyHint: "Warum es so ist, für alle, die es anders kodiert haben",
    save: "Gründe speichern",
  },
  mix: {
    title: "Unbemerkt in Listen mischen",
    act: "In {n, plural, one {# Liste} other {# Listen}} mischen",
    acting: "Wird gemischt …",
    done: "In {n, plural, one {# Liste} other {# Listen}} gemischt.",
    noneLeft: "Alle haben ihn schon gelesen.",
    lead: "Der Artikel sieht aus wie jeder andere, an zufälliger Stelle unter denen, die noch nicht begonnen sind. Du siehst den Wert; Kodierende bekommen keine Rückmeldung. Wer ihn schon gelesen hat, bekommt ihn nicht noch einmal.",
    nobody: "Hier kodiert noch niemand.",
    annotators: "Kodierende",
  },
} as const satisfies Words["keys"];
