/** What buttons of many screens say. */
export const acts = {
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  saving: "Saving…",
  saveOver: "Save mine over it",
  edit: "Edit",
  accept: "Accept",
  look: "Look further",
  looking: "Looking…",
} as const;
