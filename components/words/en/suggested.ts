/** Phrases that were coded before, suggested above the text. */
export const suggested = {
  title: "Suggestions",
  count: "{n, plural, one {# suggestion} other {# suggestions}}",
  position: "{n, number} of {of, number}",
  previous: "Previous suggestion",
  next: "Next suggestion",
  step: "Phrases that you coded before. Step to one to look at it.",
  accept: "Accept",
  edit: "Edit",
  dismiss: "Dismiss",
  origin: "You coded it so {n, plural, one {once} other {# times}} before",
  originAlso: "You coded it so {n, plural, one {once} other {# times}} before; also {others}",
  other: "{way}, {n, plural, one {once} other {# times}}",
  spoken: "Suggestion {n, number} of {of, number}: {words}. {way}. {origin}.",
  noMore: "No more suggestions.",
  dismissed: "Dismissed. {next}",
  marked: "{said}. {next}",
} as const;
