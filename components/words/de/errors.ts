import type { Words } from "../words";

/** Was schiefging, wo eine Seite sein sollte. */
export const errors = {
  what: {
    page: "Diese Seite ließ sich nicht zeigen",
    articles: "Die Liste ließ sich nicht lesen",
    assign: "Die Zuteilungen ließen sich nicht lesen",
    codebook: "Das Codebuch ließ sich nicht zeigen",
    progress: "Der Fortschritt ließ sich nicht lesen",
    agreement: "Die Übereinstimmung ließ sich nicht berechnen",
    stance: "Die Zahlen ließen sich nicht berechnen",
    compare: "Die Artikel ließen sich nicht vergleichen",
  },
  safe: {
    saved: "Alles, was gespeichert war, ist sicher.",
    codebook: "Was veröffentlicht ist und was im Entwurf gespeichert war, bleibt, wie es ist.",
    progress: "Keine Arbeit ist verloren: Diese Seite zählt nur, was gespeichert ist.",
    stance: "Keine Markierung ist verloren: Die Zahlen werden aus dem gezählt, was gespeichert ist.",
  },
  todo: {
    show: "Versuch es noch einmal; wenn es so bleibt, zeige die Nummer unten der Person, die dieses Gerät betreibt.",
    wait: "Versuch es gleich noch einmal.",
  },
  missing: { what: "Hier ist nichts", why: "Vielleicht ist die Adresse vertippt, oder die Seite steht dir nicht offen.", back: "Zu deinen Projekten" },
  again: "Noch einmal versuchen",
} as const satisfies Words["errors"];
