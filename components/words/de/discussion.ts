import type { Words } from "../words";

/** Das Gespräch von Kodierenden und Begutachtung über eine Arbeit. */
export const discussion = {
  title: "Gespräch",
  messages: " · {n, plural, one {# Nachricht} other {# Nachrichten}}",
  unread: "{n, number} neu",
  loading: "Das Gespräch wird geladen",
  none: "Noch hat niemand etwas gesagt.",
  list: "Nachrichten",
  closed: "Dieses Gespräch ist geschlossen.",
  you: "Du",
  somebody: "Jemand",
  erased: "Diese Nachricht wurde mit ihrem Konto gelöscht.",
  show: "Markierung zeigen",
  about: "Zu diesen Wörtern:",
  toWords: "Diese Wörter zeigen",
  corrected: "Der Text wurde seither berichtigt; diese Wörter stehen vielleicht anderswo.",
  peers: "Was andere hier markiert haben:",
  noPeers: "Niemand sonst hat hier etwas markiert.",
  framings: { advocacy: "Für {target}", critical: "Gegen {target}", neutral: "Neutral zu {target}" },
  yourMessage: "Deine Nachricht",
  hint: "Schreib eine Nachricht",
  sending: "Wird gesendet …",
  send: "Senden",
  close: "Gespräch schließen",
  open: "Gespräch wieder öffnen",
} as const satisfies Words["discussion"];
