import type { Words } from "../words";

export const lesson = {
  steps: { read: "Lesen", mark: "Allein markieren", judge: "Einschätzen", reveal: "Die Klasse sehen", talk: "Besprechen", rewrite: "Die Überschrift neu schreiben", exit: "Eine letzte Frage" },
  help: {
    read: "Lies jeden Artikel einmal, die Überschrift zuerst. Wer wird gelobt, wer getadelt?",
    mark: "Wähle die Wörter, die Partei ergreifen, dann: unterstützt, sachlich oder kritisiert.",
    judge: "Für jeden Artikel: Unterstützt er im Ganzen, oder kritisiert er?",
    reveal: "Sieh, was die Klasse markiert hat, und welche Zeitung es schrieb.",
    talk: "Wo hast du es anders gesehen? Sag, warum.",
    rewrite: "Schreib eine Überschrift, die keine Partei ergreift, und sag, was du geändert hast.",
    exit: "Antworte in ein oder zwei Sätzen.",
  },
  waiting: "Deine Lehrkraft beginnt die Stunde.",
  over: "Die Stunde ist vorbei.",
  none: "Hier ist noch nichts geplant.",
  about: "Über",
  stepOf: "Schritt {n, number} von {of, number}",
  articles: "Artikel",
  marks: "{n, plural, =0 {noch keine Markierung} one {# Markierung} other {# Markierungen}}",
  openArticle: "Lesen und markieren",
} as const satisfies Words["lesson"];
