import type { Words } from "../words";

export const lessonRemind = {
  about: "Diese Klasse behalten",
  near: "{n, plural, =0 {Du behältst diese Klasse bis heute.} one {Du behältst diese Klasse noch # Tag.} other {Du behältst diese Klasse noch # Tage.}} Nichts wird von selbst gelöscht.",
  past: "Vor {n, plural, one {# Tag} other {# Tagen}} wolltest du aufhören, diese Klasse zu behalten. Nichts wird von selbst gelöscht.",
  open: "Entscheiden, was aus ihr wird",
} as const satisfies Words["lessonRemind"];
