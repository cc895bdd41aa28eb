const key = (assignmentId: string, memberId: string): string => `discussion ${assignmentId} ${memberId}`;

/** What a member had begun to write in this tab; "" for nothing, also where the browser keeps nothing. */
export function draftOf(assignmentId: string, memberId: string): string {
  try {
    return sessionStorage.getItem(key(assignmentId, memberId)) ?? "";
  } catch {
    return "";
  }
}

/** Keeps what was begun for as long as the tab is open; "" forgets it. */
export function keepDraft(assignmentId: string, memberId: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key(assignmentId, memberId));
    else sessionStorage.setItem(key(assignmentId, memberId), text);
  } catch {
    // A browser that keeps nothing still sends.
  }
}
