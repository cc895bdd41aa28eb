import type { Words } from "../words";

/** Was Knöpfe vieler Seiten sagen. */
export const acts = {
  cancel: "Abbrechen",
  close: "Schließen",
  save: "Speichern",
  saving: "Wird gespeichert …",
  saveOver: "Meines darüber speichern",
  edit: "Bearbeiten",
  accept: "Annehmen",
  look: "Weitersuchen",
  looking: "Wird gesucht …",
} as const satisfies Words["acts"];
