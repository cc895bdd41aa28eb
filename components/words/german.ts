import { charts } from "./de/charts";
import { queue } from "./de/queue";
import { shell } from "./de/shell";
import { stance } from "./de/stance";
import type { Words } from "./words";

/** The same in German. A key that is missing does not compile. */
export const german = { shell, queue, charts, stance } as const satisfies Words;
