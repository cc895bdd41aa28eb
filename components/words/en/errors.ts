/** What went wrong where a page should be. */
export const errors = {
  what: {
    page: "This page could not be shown",
    articles: "The list could not be read",
    assign: "Assignments could not be read",
    codebook: "The codebook could not be shown",
    progress: "The progress could not be read",
    agreement: "Agreement could not be computed",
    stance: "The figures could not be computed",
    compare: "The articles could not be compared",
  },
  safe: {
    saved: "Everything that was saved is safe.",
    codebook: "What is published and what was saved in the draft stays as it is.",
    progress: "No work is lost: this page only counts what is stored.",
    stance: "No mark is lost: figures are counted from what is stored.",
  },
  todo: {
    show: "Try again; if it stays, show the number below to whoever runs this machine.",
    wait: "Try again in a moment.",
  },
  missing: { what: "There is nothing here", why: "The address may be mistyped, or the page is not open to you.", back: "To your projects" },
  again: "Try again",
} as const;
