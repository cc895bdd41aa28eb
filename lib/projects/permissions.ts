/** What a member may be in a project. A coordinator is the principal investigator or the teacher. */
export const ROLES = ["coordinator", "reviewer", "annotator", "observer"] as const;
export type Role = (typeof ROLES)[number];

/**
 * The whole policy on one page: which roles hold which permission. It says who may knock at a door; which rows
 * they then see is a where clause of the query (an annotator, say, reads only assigned articles and own spans
 * until the reveal).
 */
export const PERMISSIONS = {
  "project.read": ["coordinator", "reviewer", "annotator", "observer"],
  "project.manage": ["coordinator"],
  "project.reveal": ["coordinator"],
  "members.read": ["coordinator", "reviewer"],
  "members.manage": ["coordinator"],
  "articles.read": ["coordinator", "reviewer", "annotator", "observer"],
  "articles.write": ["coordinator"],
  "sets.read": ["coordinator", "reviewer", "observer"],
  "outlets.read": ["coordinator", "reviewer", "observer"],
  "outlets.write": ["coordinator"],
  "codebook.read": ["coordinator", "reviewer", "annotator", "observer"],
  "codebook.write": ["coordinator"],
  "targets.read": ["coordinator", "reviewer", "annotator", "observer"],
  "targets.write": ["coordinator"],
  "targets.suggest": ["coordinator", "reviewer", "annotator"],
  "assignments.manage": ["coordinator"],
  "assignments.return": ["coordinator", "reviewer"],
  "keys.manage": ["coordinator"],
  "progress.read": ["coordinator", "reviewer"],
  "annotate": ["coordinator", "reviewer", "annotator"],
  "lesson.read": ["coordinator", "reviewer", "annotator", "observer"],
  "lesson.teach": ["coordinator"],
  "lesson.take": ["annotator"],
  "spans.read": ["coordinator", "reviewer", "annotator", "observer"],
  "agreement.read": ["coordinator", "reviewer", "observer"],
  "adjudication.read": ["coordinator", "reviewer", "annotator", "observer"],
  "adjudicate": ["coordinator", "reviewer"],
  "stance.read": ["coordinator", "reviewer", "annotator", "observer"],
  "stance.keep": ["coordinator", "reviewer"],
  "compare.read": ["coordinator", "reviewer", "annotator", "observer"],
  "compare.write": ["coordinator", "reviewer"],
  "export": ["coordinator", "reviewer", "annotator", "observer"],
  "live": ["coordinator", "reviewer", "annotator", "observer"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a role holds a permission. */
export const may = (role: Role, permission: Permission): boolean => (PERMISSIONS[permission] as readonly Role[]).includes(role);
