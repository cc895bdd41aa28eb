import { base } from "./base";
import { charts } from "./en/charts";
import { outlets } from "./en/outlets";
import { stance } from "./en/stance";
import { suggest } from "./en/suggest";
import { suggestions } from "./en/suggestions";
import { targets } from "./en/targets";

/** Every word of the interface that is in the catalogue, in English. Too much for a browser: client code imports its type only. */
export const english = { ...base, charts, outlets, stance, suggest, suggestions, targets } as const;
