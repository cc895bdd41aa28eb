import type { Words } from "../words";

/** Die Liste der eigenen Artikel. */
export const queue = {
  title: "Deine Artikel",
  facts: "{total, number} zugeteilt, {submitted, number} abgegeben{skipped, plural, =0 {} other {, # zurückgestellt}}",
  start: "Beginnen",
  goOn: "Weitermachen",
  progress: "Dein Fortschritt",
  allSubmitted: "Alles abgegeben. Danke.",
  ofSubmitted: "{submitted, number} von {total, number} abgegeben",
  columns: { headline: "Überschrift", words: "Wörter", phase: "Phase", due: "Fällig", state: "Stand" },
  states: { assigned: "Offen", in_progress: "In Arbeit", returned: "An dich zurückgegeben", submitted: "Abgegeben", withdrawn: "Zurückgezogen", skipped: "Zurückgestellt" },
  phases: { practice: "Übung", pilot: "Pilot", main: "Haupt" },
  inRound: "{phase}, Runde {round, number}",
  besideKey: "neben dem Schlüssel",
  asked: "Du wurdest etwas gefragt",
  more: "Weitere Artikel",
  none: {
    what: "Kein Artikel wartet auf dich",
    why: "Artikel von {project} erscheinen hier, sobald sie dir zugeteilt sind.",
    self: "Du kannst sie in der Artikelliste selbst zuteilen.",
    other: "Die Projektleitung teilt sie zu.",
    open: "Artikel öffnen",
  },
  pool: {
    what: "Nimm deinen ersten Artikel",
    why: "Die Artikel von {project} warten in einem Vorrat. Du nimmst einen, markierst ihn, gibst ihn ab und nimmst den nächsten.",
    take: "Nächsten Artikel nehmen",
    taking: "Wird geholt …",
    reasons: {
      nothing_left: "Für dich ist im Vorrat nichts mehr übrig.",
      practice_first: "Beende zuerst die Übung, dann öffnet sich der Vorrat für dich.",
      no_pool: "Kein Vorrat ist für dich offen.",
    },
  },
} as const satisfies Words["queue"];
