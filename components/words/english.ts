import { base } from "./base";
import { charts } from "./en/charts";
import { stance } from "./en/stance";

/** Every word of the interface that is in the catalogue, in English. Too much for a browser: client code imports its type only. */
export const english = { ...base, charts, stance } as const;
