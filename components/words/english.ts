import { base } from "./base";
import { articles } from "./en/articles";
import { charts } from "./en/charts";
import { intake } from "./en/intake";
import { names } from "./en/names";
import { outlets } from "./en/outlets";
import { progress } from "./en/progress";
import { stance } from "./en/stance";
import { suggest } from "./en/suggest";
import { suggestions } from "./en/suggestions";
import { targets } from "./en/targets";

/** Every word of the interface that is in the catalogue, in English. Too much for a browser: client code imports its type only. */
export const english = { ...base, articles, charts, intake, names, outlets, progress, stance, suggest, suggestions, targets } as const;
