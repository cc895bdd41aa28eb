import { Hono } from "hono";
import { handle } from "hono/vercel";
import { api } from "@/lib/api/app";

export const dynamic = "force-dynamic";

const mounted = handle(new Hono().route("/api/v1", api));
export { mounted as DELETE, mounted as GET, mounted as PATCH, mounted as POST, mounted as PUT };
