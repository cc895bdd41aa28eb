/** What a teacher prints for a lesson. */
export const lessonPrint = {
  title: "Hand-outs",
  hidden: "Newspapers are covered, as on the screens. One sheet for each article, and a worksheet.",
  shown: "One sheet for each article, and a worksheet.",
  back: "Back to the plan",
  print: "Print",
  none: "No article is chosen yet.",
  article: "Article {letter}",
  worksheet: "Worksheet",
  name: "Made-up name",
  about: "About: {names}",
  kinds: { advocacy: "supports: these words take its side", neutral: "plain: these words take no side", critical: "criticises: these words go against it" },
  where: "Article, paragraph",
  words: "Words",
  kind: "▲ ● ▼",
  why: "Why",
  changed: "What I changed, and why",
} as const;
