import type { Words } from "../words";

/** Die Werkzeuge der Felder für längere Worte: Notizen, Nachrichten, Definitionen. */
export const writing = {
  tools: "{field}: Aussehen der Worte",
  bold: "Fett",
  italic: "Kursiv",
  bulletList: "Liste",
  orderedList: "Nummerierte Liste",
  blockquote: "Zitat",
  link: "Link",
  address: "Adresse",
  setLink: "Link setzen",
  removeLink: "Link entfernen",
  noAddress: "Gib eine Adresse an, die mit http:// oder https:// beginnt.",
  left: "Noch {n} von {of} Zeichen",
  over: "{n, plural, other {# Zeichen}} zu lang",
} as const satisfies Words["writing"];
