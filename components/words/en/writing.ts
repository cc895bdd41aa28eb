/** The tools of fields for longer words: notes, messages, definitions. */
export const writing = {
  tools: "{field}: look of the words",
  bold: "Bold",
  italic: "Italic",
  bulletList: "List",
  orderedList: "Numbered list",
  blockquote: "Quotation",
  link: "Link",
  address: "Address",
  setLink: "Set link",
  removeLink: "Remove link",
  noAddress: "Give an address that starts with http:// or https://.",
  left: "{n} of {of} characters left",
  over: "{n, plural, one {# character} other {# characters}} too long",
} as const;
