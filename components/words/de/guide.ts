import type { Words } from "../words";

/** Das Codebuch neben dem Text. */
export const guide = {
  title: "Richtlinien",
  codebook: "Codebuch v{n, number}",
  open: "Öffnen",
  openTab: "Das Codebuch in einem neuen Tab öffnen",
  show: "Richtlinien zeigen",
  fold: "Richtlinien einklappen",
  about: "Über dieses Codebuch",
  whenToUse: "Wann man es verwendet, Beispiele<hidden>: {name}</hidden>",
  ownVoice: "<m>eigene Stimme</m> das Medium sagt es",
  embedded: "<m>eingebettet</m> innerhalb seiner Worte",
  quoted: "<m>„zitiert“</m> eine Quelle sagt es",
  ofArticle: "zum ganzen Artikel",
  ofMark: "zu einer Markierung",
  needed: ", nötig",
  rules: "Regeln",
  forExample: "Zum Beispiel",
  butNot: "Aber nicht",
  use: "Verwende es, wenn",
  avoid: "Nicht, wenn",
} as const satisfies Words["guide"];
