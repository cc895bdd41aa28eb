/** The list of one's own articles. */
export const queue = {
  title: "Your articles",
  facts: "{total, number} assigned, {submitted, number} submitted{skipped, plural, =0 {} other {, # skipped}}",
  start: "Start",
  goOn: "Go on",
  progress: "Your progress",
  allSubmitted: "All submitted. Thank you.",
  ofSubmitted: "{submitted, number} of {total, number} submitted",
  columns: { headline: "Headline", words: "Words", phase: "Phase", due: "Due", state: "State" },
  states: { assigned: "To do", in_progress: "In progress", returned: "Returned to you", submitted: "Submitted", withdrawn: "Withdrawn", skipped: "Skipped" },
  phases: { practice: "Practice", pilot: "Pilot", main: "Main" },
  inRound: "{phase}, round {round, number}",
  besideKey: "beside the key",
  more: "More articles",
  none: {
    what: "No article waits for you",
    why: "Articles of {project} appear here once they are assigned to you.",
    self: "You can assign them yourself, from the list of articles.",
    other: "The coordinator of the project assigns them.",
    open: "Open the articles",
  },
  pool: {
    what: "Take your first article",
    why: "The articles of {project} wait in a pool. You take one, mark it, submit it, and take the next.",
    take: "Take the next article",
    taking: "Taking…",
    reasons: {
      nothing_left: "There is nothing left in the pool for you.",
      practice_first: "Finish practice first; then the pool opens for you.",
      no_pool: "There is no pool that is open to you.",
    },
  },
} as const;
