import { acts } from "./de/acts";
import { articles } from "./de/articles";
import { charts } from "./de/charts";
import { intake } from "./de/intake";
import { names } from "./de/names";
import { outlets } from "./de/outlets";
import { progress } from "./de/progress";
import { queue } from "./de/queue";
import { shell } from "./de/shell";
import { stance } from "./de/stance";
import { suggest } from "./de/suggest";
import { suggestions } from "./de/suggestions";
import { targets } from "./de/targets";
import type { Words } from "./words";

/** The same in German. A key that is missing does not compile. */
export const german = { acts, shell, queue, articles, charts, intake, names, outlets, progress, stance, suggest, suggestions, targets } as const satisfies Words;
