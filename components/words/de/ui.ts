import type { Words } from "../words";

/** Was die Bauteile aller Seiten von sich aus sagen. */
export const ui = {
  copy: "Kopieren",
  copied: "Kopiert",
  notCopied: "Das Kopieren ging nicht. Wähle es von Hand aus.",
  showPassphrase: "Passphrase zeigen",
  hidePassphrase: "Passphrase verbergen",
  loading: "Wird geladen",
  loadingCodebook: "Das Codebuch wird geladen",
  loadingProgress: "Der Fortschritt wird geladen",
  request: "Anfrage {id}",
} as const satisfies Words["ui"];
