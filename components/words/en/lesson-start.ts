/** The ways to a new lesson. */
export const lessonStart = {
  title: "Start a lesson",
  sub: "Forty minutes, a code on the board, made-up names, no e-mail.",
  sample: { title: "With the sample articles", why: "Three invented newspapers on one invented event, ready to teach. Look at it, change it, or open the door.", name: "A first lesson: the bridge", act: "Make the lesson" },
  template: { title: "From a template", act: "Copy for a class", actOn: "Copy {name} for a class" },
  own: {
    title: "With your own articles",
    why: "Two to four articles on one event.",
    name: "My lesson",
    paste: "Paste or upload them",
    from: "or take them from",
    pick: "{n, plural, =0 {Choose two to four.} other {# chosen, two to four go}}",
    none: "No articles there yet.",
    act: "Make the lesson",
  },
} as const;
