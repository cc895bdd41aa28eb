/** What pupils and teachers read of the steps of a lesson. */
export const lesson = {
  steps: { read: "Read", mark: "Mark alone", judge: "Judge", reveal: "See the class", talk: "Talk", rewrite: "Rewrite the headline", exit: "One last question" },
  help: {
    read: "Read each article once, headline first. Who is praised, who is blamed?",
    mark: "Select the words that take a side, then choose: supports, plain or criticises.",
    judge: "For each article: on the whole, does it support or criticise?",
    reveal: "See what the class marked, and which newspaper wrote it.",
    talk: "Where did you see it differently? Say why.",
    rewrite: "Write a headline that takes no side, and say what you changed.",
    exit: "Answer in one or two sentences.",
  },
  waiting: "Your teacher starts the lesson.",
  over: "The lesson is over.",
  none: "Nothing is planned here yet.",
  about: "About",
  stepOf: "Step {n, number} of {of, number}",
  articles: "Articles",
  marks: "{n, plural, =0 {no marks yet} one {# mark} other {# marks}}",
  openArticle: "Read and mark",
} as const;
