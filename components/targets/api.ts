import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { returns } from "@/lib/api/returns";
import type { targetPlaces } from "@/lib/api/target-places";
import type { targetSuggestions } from "@/lib/api/target-suggestions";
import type { targets } from "@/lib/api/targets";

/** The typed clients of targets, of where they stand, and of suggested ones; and of giving work back. */
export const targetsApi = hc<typeof targets>(API, clientOptions).projects[":projectId"].targets;
export const placesApi = hc<typeof targetPlaces>(API, clientOptions).projects[":projectId"].targets[":targetId"];
export const suggestionsApi = hc<typeof targetSuggestions>(API, clientOptions).projects[":projectId"]["target-suggestions"];
export const returnsApi = hc<typeof returns>(API, clientOptions).projects[":projectId"].assignments.return;
