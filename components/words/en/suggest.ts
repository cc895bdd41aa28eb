/** Asking for a target that is missing, and what came of it. Also on the annotate screen. */
export const suggest = {
  title: "Suggest a target",
  sub: "Whom or what do you miss in the list of targets? A coordinator reads it and answers you. The other annotators do not see it.",
  name: "Name",
  why: "Why, if you like",
  sending: "Sending…",
  send: "Suggest",
  sent: "{name} suggested. A coordinator decides.",
  loading: "Loading what you suggested",
  failed: "What you suggested before cannot be shown just now.",
  before: "What you suggested before",
  waits: "waits for a coordinator",
  declined: "declined",
  isTarget: "a target now",
  countsAs: "counted as {name}",
} as const;
