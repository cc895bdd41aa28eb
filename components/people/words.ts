import type { Permission, Role } from "@/lib/projects/permissions";

/** A role in one sentence. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  coordinator: "leads the project: articles, targets, people, the reveal",
  reviewer: "reads all marks and settles disagreements; marks too, if asked",
  annotator: "marks the articles that are assigned, blind to the others until the reveal",
  observer: "looks on, without marking",
};

/** Each permission as somebody would say it. Kept next to the table of permissions by a test. */
export const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  "project.read": "See the project, its name and what it is about",
  "project.manage": "Change its settings",
  "project.reveal": "Show everybody’s marks to everybody",
  "members.read": "See who takes part",
  "members.manage": "Invite people, give roles, take people out",
  "articles.read": "Read articles (annotators: those assigned to them)",
  "articles.write": "Add and correct articles",
  "outlets.read": "See outlets and publishers",
  "outlets.write": "Name and merge outlets",
  "codebook.read": "Read the codebook",
  "codebook.write": "Write and publish the codebook",
  "targets.read": "See the targets",
  "targets.write": "Name targets",
  "targets.suggest": "Suggest targets",
  "assignments.manage": "Assign articles to people",
  "assignments.return": "Return an article to its annotator, with a comment",
  "keys.manage": "Make practice keys",
  "progress.read": "See how far everybody is",
  annotate: "Mark and judge articles",
  "spans.read": "Read marks (annotators: their own until the reveal)",
  "stance.read": "See the figures (annotators: after the reveal)",
  export: "Export marks (annotators: their own until the reveal)",
  live: "See changes as they happen",
};
