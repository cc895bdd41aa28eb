/** How saving and submitting stand on the annotate screen. */
export const saving = {
  saving: "Saving…",
  saved: "Saved {time}",
  changed: "Changed elsewhere. Look",
  notSaved: "Not saved. {why}",
  news: "There is news about this article.",
  rowChanged: "Something changed elsewhere",
  markChanged: "This mark changed elsewhere",
  judgementsLeft: "{n, plural, one {# judgement is} other {# judgements are}} left: {names}.",
  answersLeft: "{n, plural, one {# answer is} other {# answers are}} left: {names}.",
  needLook: "{n, plural, one {# of your marks needs} other {# of your marks need}} a look.",
  lookAgain: "{names}: look again, the codebook changed.",
  chooseFirst: "Something changed elsewhere. Choose which one stays, then submit.",
  notAllSaved: "Some changes are not saved yet. Submit again when they are.",
  notTaken: "A change was not saved. Look at it, then submit again.",
} as const;
