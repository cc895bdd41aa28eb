import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { judgementTables } from "@/lib/api/judgement-tables";

/** The typed client of tables of judgements. */
export const judgementTablesApi = hc<typeof judgementTables>(API, clientOptions).projects[":projectId"]["judgement-tables"];

/** What a table brings, or brought. */
export type Brought = { articles: { made: number; known: number }; outlets: string[]; targets: string[]; annotators: string[]; readings: { made: number; known: number }; judgements: number; repeated: number };
