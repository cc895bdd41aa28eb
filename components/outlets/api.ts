import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { outletRatings } from "@/lib/api/outlet-ratings";
import type { outlets } from "@/lib/api/outlets";

/** The typed client of outlets. */
export const outletsApi = hc<typeof outlets>(API, clientOptions).projects[":projectId"].outlets;

/** The typed client of what others say of outlets. */
export const ratingsApi = hc<typeof outletRatings>(API, clientOptions).projects[":projectId"]["outlet-ratings"];
