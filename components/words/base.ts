import { acts } from "./en/acts";
import { queue } from "./en/queue";
import { shell } from "./en/shell";

/** The words that every page has, in English. They come with the program: what only some screens say goes through `AreaWords`. */
export const base = { acts, shell, queue } as const;
