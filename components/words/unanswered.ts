import type { Language } from "./languages";

type Said = { title: string; detail: string };

/** What the browser has to say by itself when the server does not answer; in every language, since no more words can be fetched then. */
const UNANSWERED: Readonly<Record<Language, { gone: Said; unusable: Said }>> = {
  en: {
    gone: { title: "No connection", detail: "The server cannot be reached. What you typed is still here; try again in a moment." },
    unusable: { title: "Something broke on our side", detail: "The server gave no usable answer. Try again." },
  },
  de: {
    gone: { title: "Keine Verbindung", detail: "Der Server ist nicht zu erreichen. Was du eingegeben hast, ist noch da; versuch es gleich noch einmal." },
    unusable: { title: "Bei uns ging etwas kaputt", detail: "Der Server gab keine brauchbare Antwort. Versuch es noch einmal." },
  },
};

/** The title and the sentence for a server that is gone, or whose answer is of no use, in the language of the page. */
export const unanswered = (how: "gone" | "unusable"): Said => UNANSWERED[document.documentElement.lang === "de" ? "de" : "en"][how];
