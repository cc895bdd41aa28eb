import { hc } from "hono/client";
import { API, clientOptions } from "@/components/api/client";
import type { members } from "@/lib/api/members";

/** The typed client of members, codes and invitations. */
export const membersApi = hc<typeof members>(API, clientOptions);
