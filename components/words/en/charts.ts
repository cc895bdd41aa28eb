/** What stands in figures, and what they say to people who do not see them. */
export const charts = {
  critical: "critical",
  advocacy: "advocacy",
  none: "none",
  noVariation: "no variation",
  notEnough: "Not enough to compare",
  single: { outlet: "Outlet not known, each work by itself", publisher: "Publisher not known, each work by itself" },
  note: "{articles, plural, one {# article} other {# articles}}, {annotators, plural, one {# annotator} other {# annotators}}{tentative, select, yes { · tentative} other {}}",
  description: "{rows, plural, one {# row} other {# rows}} by {targets, plural, one {# target} other {# targets}}: {names}. Each mean lies between −1, critical, and +1, advocacy. The table holds the values.",
  counts: "{of}: {critical, number} critical, {neutral, number} neutral, {advocacy, number} advocacy",
  noCounts: "{of}: no spans",
  shares: "{critical, number} % critical, {neutral, number} % neutral, {advocacy, number} % advocacy",
  legend: {
    title: "How to read the figure",
    clear: "own voice, clear of 0",
    unclear: "includes 0",
    tentative: "tentative: 5–19 works",
    few: "fewer than 5 works, or none read by two",
    point: "a work by itself",
    quoted: "quoted sources",
  },
} as const;
