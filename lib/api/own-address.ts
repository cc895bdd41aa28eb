import { env, isHttps } from "@/lib/platform/env";
import type { ApiContext } from "./door";

/** The address of this site as the request came by it, without a slash at its end: on http a machine has several names, and cookies belong to one of them. */
export const ownAddress = (c: ApiContext): string => (isHttps() ? new URL(env().PUBLIC_URL ?? "").origin : `http://${c.req.header("host") ?? "localhost"}`);
