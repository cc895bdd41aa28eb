/** Coverage of one event side by side. */
export const compare = {
  list: {
    title: "Compare coverage",
    facts: "{n, plural, one {# event} other {# events}}",
    sub: "One event as several outlets tell it, passage by passage: what each says in its own words, and what only one of them says.",
    none: "No event to compare yet",
    noneWhy: "A comparison needs a set of articles on one event, two at the least. Choose articles in the list and press “Compare”, or take a proposal on the page of sets.",
    noneWho: "The coordinator of the project makes sets.",
    noneYours: "None of the articles that you were given is in a set of an event.",
    sets: "Sets and proposals",
    articles: "Open the list of articles",
    omissions: "{n, plural, =0 {no omission noted} one {# omission noted} other {# omissions noted}}",
    conflicts: "{n, plural, =0 {no conflict noted} one {# conflict noted} other {# conflicts noted}}",
    tooFew: "One article alone: add another to compare.",
    moreOutlets: "{names} and {n, number} more",
  },
  before: {
    later: "You compare coverage once work is revealed",
    never: "This project keeps everybody’s work to themselves",
    why: "A comparison shows what others marked and which outlet wrote what. Neither should sway you while you mark.",
    reveals: "The coordinator opens it for everybody at once.",
    mayChange: "The coordinator may change that.",
    yours: "Go to your articles",
  },
} as const;
