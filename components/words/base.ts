import { acts } from "./en/acts";
import { errors } from "./en/errors";
import { queue } from "./en/queue";
import { shell } from "./en/shell";
import { ui } from "./en/ui";

/** The words that every page has, in English. They come with the program: what only some screens say goes through `AreaWords`. */
export const base = { acts, errors, shell, queue, ui } as const;
