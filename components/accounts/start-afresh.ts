/** Goes to a page of ours with a full load: after signing in or out nothing of the former person may stay in memory. */
export const startAfresh = (path: string): void => window.location.assign(path);
