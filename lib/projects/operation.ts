/** A change as the client named it: the same id with the same digest of the request is the same change. */
export type Op = { readonly id: string; readonly digest: string };

/** What an operation did, for the audit log. */
export type Deed = { readonly action: string; readonly subject?: string; readonly subjectId?: string; readonly detail?: unknown };
