/** What each role is, and may do. */
export const roles = {
  title: "What each role may do",
  sub: "You are {role} in this project. The table below is the one that the program itself obeys.",
  may: "May",
  yes: "yes",
  no: "no",
  of: {
    coordinator: "leads the project: articles, targets, people, the reveal",
    reviewer: "reads all marks and settles disagreements; marks too, if asked",
    annotator: "marks the articles that are assigned, blind to the others until the reveal",
    observer: "looks on, without marking",
  },
  permissions: {
    project: {
      read: "See the project, its name and what it is about",
      manage: "Change its settings",
      reveal: "Show everybody’s marks to everybody",
    },
    members: { read: "See who takes part", manage: "Invite people, give roles, take people out" },
    articles: { read: "Read articles (annotators: those assigned to them)", write: "Add and correct articles" },
    outlets: { read: "See outlets and publishers", write: "Name and merge outlets" },
    codebook: { read: "Read the codebook", write: "Write and publish the codebook" },
    targets: { read: "See the targets", write: "Name targets", suggest: "Suggest targets" },
    assignments: { manage: "Assign articles to people", return: "Return an article to its annotator, with a comment" },
    keys: { manage: "Make practice keys" },
    progress: { read: "See how far everybody is" },
    annotate: "Mark and judge articles",
    spans: { read: "Read marks (annotators: their own until the reveal)" },
    stance: { read: "See the figures (annotators: after the reveal)" },
    export: "Export marks (annotators: their own until the reveal)",
    live: "See changes as they happen",
  },
} as const;
