import { handle } from "hono/vercel";
import { api } from "@/lib/api/app";

export const dynamic = "force-dynamic";

const mounted = handle(api);
export { mounted as DELETE, mounted as GET, mounted as PATCH, mounted as POST, mounted as PUT };
