import type { Words } from "../words";

export const lessonPrint = {
  title: "Arbeitsblätter",
  hidden: "Die Zeitungen sind verdeckt, wie auf den Bildschirmen. Ein Blatt je Artikel, und ein Arbeitsblatt.",
  shown: "Ein Blatt je Artikel, und ein Arbeitsblatt.",
  back: "Zurück zum Plan",
  print: "Drucken",
  none: "Es ist noch kein Artikel gewählt.",
  article: "Artikel {letter}",
  door: "Herein",
  goTo: "Öffne {host}/join, oder scanne dies",
  qr: "QR-Code, der die Stunde öffnet",
  worksheet: "Arbeitsblatt",
  name: "Erfundener Name",
  about: "Über: {names}",
  kinds: { advocacy: "unterstützt: Diese Wörter ergreifen Partei dafür", neutral: "sachlich: Diese Wörter ergreifen keine Partei", critical: "kritisiert: Diese Wörter sprechen dagegen" },
  where: "Artikel, Absatz",
  words: "Wörter",
  kind: "▲ ● ▼",
  why: "Warum",
  changed: "Was ich geändert habe, und warum",
} as const satisfies Words["lessonPrint"];
