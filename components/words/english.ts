import { queue } from "./en/queue";
import { shell } from "./en/shell";

/** Every word of the interface that is in the catalogue, in English. */
export const english = { shell, queue } as const;
