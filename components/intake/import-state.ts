import type { ImportCounts, ListedImport } from "./import-types";

/** Whether the server is at work on an import. */
export const isActive = ({ state, paused }: Pick<ListedImport, "state" | "paused">): boolean => (state === "reading" || state === "adding") && !paused;
/** Whether nothing changes any more. */
export const isOver = ({ state }: Pick<ListedImport, "state">): boolean => state === "done" || state === "cancelled" || state === "failed";
/** How many articles there would be. */
export const addable = (counts: ImportCounts): number => counts.new + counts.copies + counts.look;
