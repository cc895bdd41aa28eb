import { queue } from "./de/queue";
import { shell } from "./de/shell";
import type { Words } from "./words";

/** The same in German. A key that is missing does not compile. */
export const german = { shell, queue } as const satisfies Words;
