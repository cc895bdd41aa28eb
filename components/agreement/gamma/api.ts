import { hc, type InferResponseType } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { gamma } from "@/lib/api/gamma";

/** The typed client of γ. */
export const gammaApi = hc<typeof gamma>(API, clientOptions).projects[":projectId"].agreement.gamma;

/** A γ as the API tells it. */
export type GammaJob = InferResponseType<(typeof gammaApi)[":jobId"]["$get"], 200>;
/** What the agreement page compares, as in its address. */
export type GammaChoice = Parameters<(typeof gammaApi)["$get"]>[0]["query"];
