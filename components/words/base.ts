import { queue } from "./en/queue";
import { shell } from "./en/shell";

/** The words that every page has, in English. They come with the program: what only some screens say goes through `AreaWords`. */
export const base = { shell, queue } as const;
