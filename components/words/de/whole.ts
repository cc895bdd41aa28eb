import type { Words } from "../words";

/** Was zum ganzen Artikel gesagt wird. */
export const whole = {
  title: "Der Artikel als Ganzes",
  complete: "Vollständig",
  left: "{n, number} offen",
  changed: "Anderswo geändert.",
  keep: "{what} behalten",
  take: "{what} nehmen",
  none: "nichts",
  quoted: "„{words}“",
  otherMeaning: "Das Codebuch hat geändert, was das bedeutet.",
  keepAnswer: "So lassen",
  omitted: { heading: "Was der Artikel auslässt", add: "Hinzufügen, was fehlt", hint: "Eine Tatsache, eine Stimme, ein Grund, der fehlt", remove: "Entfernen, was fehlt" },
  note: { heading: "Notiz zum Artikel", add: "Eine Notiz zum Artikel hinzufügen", hint: "Notiz", remove: "Notiz entfernen" },
  add: "Hinzufügen",
  numbered: "{heading}, {n, number}",
  scale: {
    leaning: "{sign}, {framing}",
    strongly: "{sign}, {framing}, stark",
    noLean: "0, keine Neigung",
    unclear: "Unklar: zieht in beide Richtungen",
    notAddressed: "Nicht angesprochen",
  },
  said: "Notiz und wie sicher: {name}",
  say: "Notiz hinzufügen, oder wie sicher du bist: {name}",
  sure: "Sicher?",
  howSure: "Wie sicher du bist: {name}",
  noteOn: "Notiz zu {name}",
} as const satisfies Words["whole"];
